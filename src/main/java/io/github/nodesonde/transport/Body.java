package io.github.nodesonde.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * The body of one answer as it comes in. Each buffer is copied and released at once: kept ones would let a node that
 * sends single bytes hold a multiple of the cap. Must be closed.
 */
final class Body implements AutoCloseable {

    /** Cap on a body, as sent and as decompressed, in bytes. */
    static final int MAX_SIZE = 8 * 1024 * 1024;

    private final Room room;
    private final CappedBytes wire;
    private final OptionalInt beginning;
    private volatile boolean announcedTooLarge;

    /** @param beginning how many bytes are wanted, what comes after them being left; empty for all there are */
    Body(Room room, OptionalInt beginning) {
        this.room = room;
        this.beginning = beginning;
        this.wire = new CappedBytes(MAX_SIZE, room);
    }

    /** Tells what the Content-Length header says, in bytes; negative when it says nothing. */
    void announce(long length) {
        announcedTooLarge = beginning.isEmpty() && length > MAX_SIZE;
    }

    /** Whether all is there that was wanted, though more may come. */
    boolean isFull() {
        return beginning.isPresent() && wire.size() >= beginning.getAsInt();
    }

    /**
     * @throws CappedBytes.TooLarge when the body as sent is, or was announced to be, over its cap
     * @throws Room.Full when there is no memory for it
     */
    void add(DataBuffer buffer) {
        try {
            if (announcedTooLarge) {
                throw new CappedBytes.TooLarge();
            }
            byte[] bytes = new byte[Math.min(buffer.readableByteCount(), wanted())];
            buffer.read(bytes);
            wire.write(bytes, 0, bytes.length);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private int wanted() {
        return beginning.isPresent() ? beginning.getAsInt() - wire.size() : Integer.MAX_VALUE;
    }

    /**
     * The body, decompressed.
     *
     * @param coding the Content-Encoding header, empty when there was none
     * @throws CappedBytes.TooLarge when the decompressed body is over its cap
     * @throws Room.Full when there is no memory for it
     * @throws NoReply malformed, when it cannot be decompressed to its end
     */
    byte[] decoded(String coding) throws NoReply {
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> wire.toByteArray();
            case "gzip", "x-gzip" -> gunzip(wire.toByteArray());
            default ->
                throw new NoReply(NoReply.Why.MALFORMED, "the body is compressed in a way that was not asked for");
        };
    }

    @Override
    public void close() {
        wire.close();
    }

    private byte[] gunzip(byte[] compressed) throws NoReply {
        try (var plain = new CappedBytes(MAX_SIZE, room);
                var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            in.transferTo(plain);
            return plain.toByteArray();
        } catch (IOException _) {
            throw new NoReply(NoReply.Why.MALFORMED, "the gzip body is broken or ends early");
        }
    }
}
