package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.transport.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer of {@code /lean/v0/fork_choice} as clients write it. */
final class Answer {

    private final List<String> nodes = new ArrayList<>();
    private String head = "";
    private String finalized = checkpoint(0, 0);
    private String validators = "9";

    static Answer ofChain(int from, int to) {
        var answer = new Answer();
        for (int slot = from; slot <= to; slot++) {
            answer.block(slot, slot, slot - 1);
        }
        return answer.head(to).finalized(from, from);
    }

    static String root(long number) {
        return "0x%064x".formatted(number);
    }

    Answer block(long slot, long root, long parent) {
        return node("{\"root\":\"" + root(root) + "\",\"slot\":" + slot + ",\"parent_root\":\"" + root(parent)
                + "\",\"proposer_index\":" + slot % 9 + ",\"weight\":3}");
    }

    Answer node(String json) {
        nodes.add(json);
        return this;
    }

    Answer head(long root) {
        return headAs("\"" + root(root) + "\"");
    }

    Answer headAs(String json) {
        head = json;
        return this;
    }

    Answer finalized(long slot, long root) {
        finalized = checkpoint(slot, root);
        return this;
    }

    Answer validatorsAs(String json) {
        validators = json;
        return this;
    }

    private static String checkpoint(long slot, long root) {
        return "{\"slot\":" + slot + ",\"root\":\"" + root(root) + "\"}";
    }

    @Override
    public String toString() {
        return "{\"nodes\":[" + String.join(",", nodes) + "],\"head\":" + head + ",\"justified\":" + finalized
                + ",\"finalized\":" + finalized + ",\"safe_target\":" + head + ",\"validator_count\":" + validators
                + "}";
    }

    Reply reply() {
        return reply(toString());
    }

    static Reply reply(String body) {
        return reply(body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply reply(byte[] body) {
        return new Reply(URI.create("http://127.0.0.1:9"), 200, "application/json", body, Told.NOON);
    }
}
