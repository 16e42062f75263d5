package io.github.nodesonde.chain.lean.forkchoice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.nodesonde.probe.BadAnswer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer in the form in which clients print it: known fields, each once, in any order; roots, digits and nothing
 * else for values. It gives up at anything else, right or wrong, and {@link ForkChoiceReader} decides. What is read here,
 * that one would read alike.
 *
 * <p>It is here for its speed: trees are by far the longest answers, and change with each slot. It was measured to take a
 * seventh of the other's time, and six tenths of what a JSON parser takes to visit the tokens and keep nothing.
 */
final class PlainAnswer {

    /** Fields by their places in {@link #PRINTED}. */
    private static final int NODES = 0;

    private static final int ROOT = 1;
    private static final int SLOT = 2;
    private static final int PARENT_ROOT = 3;
    private static final int PROPOSER_INDEX = 4;
    private static final int WEIGHT = 5;
    private static final int HEAD = 6;
    private static final int JUSTIFIED = 7;
    private static final int FINALIZED = 8;
    private static final int SAFE_TARGET = 9;
    private static final int VALIDATOR_COUNT = 10;

    private static final byte[][] PRINTED = Stream.of(
                    "nodes",
                    "root",
                    "slot",
                    "parent_root",
                    "proposer_index",
                    "weight",
                    "head",
                    "justified",
                    "finalized",
                    "safe_target",
                    "validator_count")
            .map(name -> ('"' + name + "\":").getBytes(US_ASCII))
            .toArray(byte[][]::new);

    private static final int LONGEST_NUMBER = 15;
    private static final int QUOTED_ROOT = Root.LENGTH + 2;

    private final byte[] text;
    private int at;

    private final int[] followers = new int[PRINTED.length];
    private int last;

    private @Nullable Root parent;
    private @Nullable Root listedBefore;
    private int listedBeforeAt;

    private PlainAnswer(byte[] text) {
        this.text = text;
    }

    /** Empty when it takes a closer look to read it, or to tell what is wrong with it. */
    static Optional<ForkChoice> read(byte[] text) {
        try {
            return Optional.of(new PlainAnswer(text).read());
        } catch (Unfamiliar | BadAnswer _) {
            return Optional.empty();
        }
    }

    private ForkChoice read() throws Unfamiliar, BadAnswer {
        @Nullable BlockTree nodes = null;
        @Nullable Root head = null;
        @Nullable Block justified = null;
        @Nullable Block finalized = null;
        @Nullable Long validators = null;
        int seen = 0;
        expect('{');
        do {
            int field = field(seen);
            seen |= 1 << field;
            switch (field) {
                case NODES -> nodes = nodes();
                case HEAD -> head = root();
                case JUSTIFIED -> justified = block();
                case FINALIZED -> finalized = block();
                case SAFE_TARGET -> root();
                case VALIDATOR_COUNT -> validators = number();
                default -> throw new Unfamiliar();
            }
        } while (another('}'));
        skipSpace();
        if (at < text.length) {
            throw new Unfamiliar();
        }
        return ForkChoiceReader.checked(nodes, head, justified, finalized, validators);
    }

    private BlockTree nodes() throws Unfamiliar, BadAnswer {
        var tree = new BlockTree(ForkChoiceReader.MOST_BLOCKS);
        expect('[');
        do {
            Block block = block();
            if (parent == null) {
                throw new Unfamiliar();
            }
            tree.add(block, parent);
        } while (another(']'));
        return tree;
    }

    /** One of the tree, or what is justified or finalized, which has fewer fields. */
    private Block block() throws Unfamiliar {
        @Nullable Root root = null;
        int rootAt = 0;
        long slot = 0;
        int seen = 0;
        parent = null;
        expect('{');
        do {
            int field = field(seen);
            seen |= 1 << field;
            switch (field) {
                case ROOT -> {
                    root = root();
                    rootAt = at - QUOTED_ROOT;
                }
                case PARENT_ROOT -> parent = parent();
                case SLOT -> slot = number();
                case PROPOSER_INDEX, WEIGHT -> number();
                default -> throw new Unfamiliar();
            }
        } while (another('}'));
        if (root == null || (seen & 1 << SLOT) == 0) {
            throw new Unfamiliar();
        }
        listedBefore = root;
        listedBeforeAt = rootAt;
        return new Block(slot, root);
    }

    /** Looks first for the field that came after the last one before: the objects of a list have theirs in one order. */
    private int field(int seen) throws Unfamiliar {
        skipSpace();
        int field = followers[last];
        if (!stands(field)) {
            field = anyField();
            followers[last] = field;
        }
        if ((seen & 1 << field) != 0) {
            throw new Unfamiliar();
        }
        at += PRINTED[field].length;
        last = field;
        return field;
    }

    private int anyField() throws Unfamiliar {
        return IntStream.range(0, PRINTED.length)
                .filter(this::stands)
                .findFirst()
                .orElseThrow(Unfamiliar::new);
    }

    private boolean stands(int field) {
        byte[] printed = PRINTED[field];
        if (text.length - at < printed.length) {
            return false;
        }
        for (int i = 0; i < printed.length; i++) {
            if (text[at + i] != printed[i]) {
                return false;
            }
        }
        return true;
    }

    /** Looks first whether it is the block that is listed before, as it mostly is; its digits are not read again. */
    private Root parent() throws Unfamiliar {
        skipSpace();
        int end = at + QUOTED_ROOT;
        if (listedBefore == null
                || end > text.length
                || !Arrays.equals(text, at, end, text, listedBeforeAt, listedBeforeAt + QUOTED_ROOT)) {
            return root();
        }
        at = end;
        return listedBefore;
    }

    private Root root() throws Unfamiliar {
        skipSpace();
        int end = at + QUOTED_ROOT;
        if (end > text.length || text[at] != '"' || text[end - 1] != '"') {
            throw new Unfamiliar();
        }
        Root root = Root.parse(text, at + 1).orElseThrow(Unfamiliar::new);
        at = end;
        return root;
    }

    private long number() throws Unfamiliar {
        skipSpace();
        int end = at;
        long number = 0;
        while (end < text.length && text[end] >= '0' && text[end] <= '9') {
            number = number * 10 + (text[end] - '0');
            end++;
        }
        int digits = end - at;
        if (digits == 0 || digits > LONGEST_NUMBER || digits > 1 && text[at] == '0') {
            throw new Unfamiliar();
        }
        at = end;
        return number;
    }

    /** Whether a comma comes next rather than the end. */
    private boolean another(char end) throws Unfamiliar {
        skipSpace();
        if (at < text.length && text[at] == ',') {
            at++;
            return true;
        }
        expect(end);
        return false;
    }

    private void expect(char character) throws Unfamiliar {
        skipSpace();
        if (at == text.length || text[at] != character) {
            throw new Unfamiliar();
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length
                && text[at] <= ' '
                && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    /** Neither right nor wrong: not for this reader. */
    private static final class Unfamiliar extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
