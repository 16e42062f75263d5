package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.StrictJson;
import io.github.nodesonde.transport.Reply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one answer of {@code /lean/v0/fork_choice}: as a {@link PlainAnswer} where it is one, else token by token. The head may be an object with a {@code root},
 * integers may be quoted, roots of either case; weights, proposers and the safe target are not looked at.
 */
final class ForkChoiceReader {

    /** As many slots without finality as pass in a day and a half at four seconds each. */
    static final int MOST_BLOCKS = 32_768;

    /** The last slot that a series, whose values are doubles, still tells from the next. */
    private static final long LAST_SLOT = 1L << 53;

    private final JsonParser json;
    private @Nullable BlockTree nodes;
    private @Nullable Root head;
    private @Nullable Block justified;
    private @Nullable Block finalized;
    private @Nullable Long validators;

    private ForkChoiceReader(JsonParser json) {
        this.json = json;
    }

    /** @throws BadAnswer malformed, naming the fault */
    static ForkChoice read(Reply reply) throws BadAnswer {
        Optional<ForkChoice> plain = PlainAnswer.read(reply.body());
        return plain.isPresent() ? plain.get() : readTokens(reply);
    }

    /** The same at all times token by token. */
    static ForkChoice readTokens(Reply reply) throws BadAnswer {
        return StrictJson.read(reply, json -> new ForkChoiceReader(json).read());
    }

    private ForkChoice read() throws BadAnswer {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "nodes" -> readNodes();
                case "head" -> head = head();
                case "justified" -> justified = checkpoint("justified");
                case "finalized" -> finalized = checkpoint("finalized");
                case "validator_count" -> validators = count();
                default -> json.skipChildren();
            }
        }
        return checked(nodes, head, justified, finalized, validators);
    }

    private void readNodes() throws BadAnswer {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw BadAnswer.malformed("nodes is not a list");
        }
        nodes = new BlockTree(MOST_BLOCKS);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            readNode(nodes);
        }
    }

    private void readNode(BlockTree tree) throws BadAnswer {
        enter("a node");
        @Nullable Root root = null;
        @Nullable Root parent = null;
        @Nullable Long slot = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "root" -> root = root("a node's root");
                case "parent_root" -> parent = root("a node's parent_root");
                case "slot" -> slot = slot("a node's slot");
                default -> json.skipChildren();
            }
        }
        tree.add(
                new Block(told(slot, "a node's slot"), told(root, "a node's root")),
                told(parent, "a node's parent_root"));
    }

    private Root head() throws BadAnswer {
        return json.currentToken() == JsonToken.START_OBJECT
                ? block("head", false).root()
                : root("head");
    }

    private Block checkpoint(String what) throws BadAnswer {
        return block(what, true);
    }

    private Block block(String what, boolean slotIsNeeded) throws BadAnswer {
        enter(what);
        @Nullable Root root = null;
        @Nullable Long slot = slotIsNeeded ? null : Long.valueOf(0);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "root" -> root = root(what + "'s root");
                case "slot" -> slot = slot(what + "'s slot");
                default -> json.skipChildren();
            }
        }
        return new Block(told(slot, what + "'s slot"), told(root, what + "'s root"));
    }

    private void enter(String what) throws BadAnswer {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw BadAnswer.malformed(what + " is not an object");
        }
    }

    private Root root(String what) throws BadAnswer {
        return Optional.of(json)
                .filter(value -> value.currentToken() == JsonToken.VALUE_STRING)
                .flatMap(value -> Root.parse(value.getString()))
                .orElseThrow(() -> BadAnswer.malformed(what + " is not 0x and 64 hexadecimal digits"));
    }

    private long slot(String what) throws BadAnswer {
        return wholeNumber(what);
    }

    private @Nullable Long count() throws BadAnswer {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : Long.valueOf(wholeNumber("validator_count"));
    }

    private long wholeNumber(String what) throws BadAnswer {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_STRING -> parse(json.getString()).orElseThrow(() -> outOfRange(what));
            default -> throw outOfRange(what);
        };
    }

    private static Optional<Long> parse(String digits) {
        if (digits.isEmpty()
                || digits.length() > 16
                || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(digits)).filter(number -> number <= LAST_SLOT);
    }

    private static BadAnswer outOfRange(String what) {
        return BadAnswer.malformed(what + " is not a whole number from 0 to " + LAST_SLOT);
    }

    /** What an answer tells, once nothing is missing and all of it agrees. */
    static ForkChoice checked(
            @Nullable BlockTree nodes,
            @Nullable Root head,
            @Nullable Block justified,
            @Nullable Block finalized,
            @Nullable Long validators)
            throws BadAnswer {
        if (nodes == null) {
            throw BadAnswer.malformed("nodes are missing");
        }
        Chain chain = nodes.chain(told(head, "head"));
        Block justifiedBlock = told(justified, "justified");
        Block finalizedBlock = told(finalized, "finalized");
        if (finalizedBlock.slot() > chain.head().slot()) {
            throw BadAnswer.malformed("finalized " + finalizedBlock.inWords() + " lies above the head, "
                    + chain.head().inWords());
        }
        return new ForkChoice(chain, justifiedBlock, finalizedBlock, Optional.ofNullable(validators));
    }

    private static <T> T told(@Nullable T value, String what) throws BadAnswer {
        if (value == null) {
            throw BadAnswer.malformed(what + " is missing");
        }
        return value;
    }
}
