package io.github.nodesonde.demo.lean;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The fork choice of one node, as clients print it: every block from the finalized one up to its head. A block's root
 * follows from its slot and the side that built it.
 */
record ForkChoiceJson(Devnet chain, Side side) {

    private static final int VALIDATORS = 9;
    private static final String NO_BLOCK = "0x" + "0".repeat(64);

    /** @param head slot of the newest block that the node has seen */
    String upTo(long head) {
        long finalized = chain.finalized(head);
        long justified = chain.justified(head);
        var json = new StringBuilder("{\"nodes\":[");
        String parent = finalized == 0 ? NO_BLOCK : root(chain.head(finalized - 1), head);
        for (long slot = finalized; slot <= head; slot++) {
            if (chain.head(slot) == slot) {
                String root = root(slot, head);
                json.append(slot == finalized ? "" : ",")
                        .append(
                                "{\"root\":\"%s\",\"slot\":%d,\"parent_root\":\"%s\",\"proposer_index\":%d,\"weight\":%d}"
                                        .formatted(root, slot, parent, slot % VALIDATORS, VALIDATORS));
                parent = root;
            }
        }
        return json.append(
                        "],\"head\":\"%s\",\"justified\":%s,\"finalized\":%s,\"safe_target\":\"%s\",\"validator_count\":%d}"
                                .formatted(
                                        root(head, head),
                                        checkpoint(justified, head),
                                        checkpoint(finalized, head),
                                        root(justified, head),
                                        VALIDATORS))
                .toString();
    }

    private String checkpoint(long slot, long head) {
        return "{\"slot\":%d,\"root\":\"%s\"}".formatted(slot, root(slot, head));
    }

    /** Whoever comes back from a fork takes over what the majority built. */
    private String root(long slot, long head) {
        Side builder = chain.isForked(slot) && chain.isForked(head) ? side : Side.MAJORITY;
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(builder.name().getBytes(StandardCharsets.UTF_8));
            return "0x"
                    + HexFormat.of()
                            .formatHex(sha.digest(ByteBuffer.allocate(Long.BYTES)
                                    .putLong(slot)
                                    .array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
