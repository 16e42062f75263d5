package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.transport.Reply;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the answers of all nodes, and keeps equal ones once: bytes that did not change since the node's last answer are
 * not read again, and nodes that tell the same share one object. What it remembers changes no result and goes with the
 * node, or the last answer, that it belongs to. Thread-safe.
 */
@Component
public final class ForkChoices {

    /** Name of the probe that asks for them. */
    public static final String PROBE = "fork-choice";

    private final Map<Node, Remembered> lastAnswers = new WeakHashMap<>();
    private final Map<ForkChoice, WeakReference<ForkChoice>> told = new WeakHashMap<>();

    /** @throws BadAnswer malformed, naming the fault */
    public ForkChoice read(Node node, Reply reply) throws BadAnswer {
        var fingerprint = Fingerprint.of(reply.body());
        @Nullable Remembered last = lastAnswer(node);
        if (last != null && last.fingerprint.equals(fingerprint)) {
            return last.forkChoice;
        }
        ForkChoice read = ForkChoiceReader.read(reply);
        synchronized (this) {
            ForkChoice shared = shared(read);
            lastAnswers.put(node, new Remembered(fingerprint, shared));
            return shared;
        }
    }

    private synchronized @Nullable Remembered lastAnswer(Node node) {
        return lastAnswers.get(node);
    }

    private ForkChoice shared(ForkChoice read) {
        @Nullable WeakReference<ForkChoice> known = told.get(read);
        @Nullable ForkChoice alive = known == null ? null : known.get();
        if (alive == null) {
            told.put(read, new WeakReference<>(read));
            return read;
        }
        return alive;
    }

    private record Remembered(Fingerprint fingerprint, ForkChoice forkChoice) {}

    /**
     * Tells bytes apart by chance, not against malice, for a sixteenth of what SHA-256 costs: two checksums of 32 bits by
     * different polynomials. A node that made two of its answers look alike would gain that the elder one stands, which it
     * could as well have told again.
     */
    private record Fingerprint(int length, long crc32, long crc32c) {

        static Fingerprint of(byte[] bytes) {
            return new Fingerprint(bytes.length, checksum(new CRC32(), bytes), checksum(new CRC32C(), bytes));
        }

        private static long checksum(Checksum checksum, byte[] bytes) {
            checksum.update(bytes);
            return checksum.getValue();
        }
    }
}
