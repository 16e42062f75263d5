package io.github.nodesonde.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import reactor.core.publisher.Mono;

/**
 * The body of one answer as it comes in. Each buffer is copied and released at once: kept ones would let a node that
 * sends single bytes hold a multiple of the cap. Must be closed.
 */
final class Body implements AutoCloseable {

    /** Cap on a body, as sent and as decompressed, in bytes. */
    static final int MAX_SIZE = 8 * 1024 * 1024;

    private static final int BLOCK = 16 * 1024;

    private final Room.Share share;
    private final OptionalInt beginning;
    private final CappedBytes wire = new CappedBytes(MAX_SIZE);

    /** @param beginning how many bytes are wanted, what comes after them being left; empty for all there are */
    Body(Room room, OptionalInt beginning) {
        this.share = room.share();
        this.beginning = beginning;
    }

    /**
     * Takes what the Content-Length header says, in bytes; negative when it says nothing.
     *
     * @return fails with {@link CappedBytes.TooLarge} when that is over the cap
     */
    Mono<Void> announce(long length) {
        wire.expect(length);
        return beginning.isEmpty() && length > MAX_SIZE ? Mono.error(new CappedBytes.TooLarge()) : Mono.empty();
    }

    /**
     * Takes the next part, which is its owner's again at once. Empty at once, or as soon as there is memory for it.
     *
     * @return fails with {@link CappedBytes.TooLarge} when the body as sent is over its cap, with {@link Room.Full} when
     *     there will never be memory for it
     */
    Mono<Void> add(ByteBuf buffer) {
        int length = Math.min(buffer.readableBytes(), wanted());
        long needed = wire.needed(length);
        if (needed == 0) {
            wire.write(buffer, length);
            return Mono.empty();
        }
        // The buffer is its owner's again before there is room.
        ByteBuf part = Unpooled.buffer(length).writeBytes(buffer, length);
        return Mono.fromFuture(share.take(needed)).then(Mono.fromRunnable(() -> wire.write(part, length)));
    }

    /** Whether all is there that was wanted, though more may come. */
    boolean isFull() {
        return beginning.isPresent() && wire.size() >= beginning.getAsInt();
    }

    /** Whether it stands still because other bodies have all the memory there is. */
    boolean isWaitingForRoom() {
        return share.isWaiting();
    }

    private int wanted() {
        return beginning.isPresent() ? beginning.getAsInt() - wire.size() : Integer.MAX_VALUE;
    }

    /**
     * The body, decompressed. Waits for memory to do so.
     *
     * @param coding the Content-Encoding header, empty when there was none
     * @throws CappedBytes.TooLarge when the decompressed body is over its cap
     * @throws Room.Full when there will never be memory for it
     * @throws NoReply malformed, when it cannot be decompressed to its end; no room, when there was none by the deadline
     */
    byte[] decoded(String coding, Deadline deadline) throws NoReply, InterruptedException {
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> wire.toByteArray();
            case "gzip", "x-gzip" -> gunzip(deadline);
            default ->
                throw new NoReply(NoReply.Why.MALFORMED, "the body is compressed in a way that was not asked for");
        };
    }

    @Override
    public void close() {
        wire.close();
        share.close();
    }

    private byte[] gunzip(Deadline deadline) throws NoReply, InterruptedException {
        try (var plain = new CappedBytes(MAX_SIZE);
                InputStream in = new GZIPInputStream(wire.open(), BLOCK)) {
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                long needed = plain.needed(read);
                if (needed > 0) {
                    await(share.take(needed), deadline);
                }
                plain.write(Unpooled.wrappedBuffer(block), read);
            }
            return plain.toByteArray();
        } catch (IOException _) {
            throw new NoReply(NoReply.Why.MALFORMED, "the gzip body is broken or ends early");
        }
    }

    private static void await(CompletableFuture<Void> room, Deadline deadline) throws NoReply, InterruptedException {
        try {
            room.get(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw noRoom();
        } catch (ExecutionException _) {
            throw new Room.Full();
        }
    }

    /** Other bodies had all the memory there is until the deadline. */
    static NoReply noRoom() {
        return new NoReply(NoReply.Why.NO_ROOM, "no room just now for a body so large");
    }
}
