package io.github.nodesonde.chain.genlayer.cli;

/** Reads quoted texts out of a larger one, in any of the three kinds of quotes, escapes included. */
record QuotedText(String text) {

    private static final int SPACE = 0x20;

    /**
     * Reads one and appends what it says.
     *
     * @param start where its first quote should be
     * @return where it ends, its last quote included
     */
    int read(int start, StringBuilder value) throws UnreadableOutput {
        if (start >= text.length() || "'\"`".indexOf(text.charAt(start)) < 0) {
            throw unreadable("lacks a quote", start);
        }
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            if (c < SPACE) {
                throw unreadable("has a raw control character in a text", at);
            }
            at = c == '\\' ? escape(at + 1, value) : plain(at, value);
        }
        throw unreadable("ends within a text", at);
    }

    private int plain(int at, StringBuilder value) {
        value.append(text.charAt(at));
        return at + 1;
    }

    /** @param at behind the backslash */
    private int escape(int at, StringBuilder value) throws UnreadableOutput {
        if (at == text.length()) {
            throw unreadable("ends within a text", at);
        }
        char c = text.charAt(at);
        return switch (c) {
            case 'x' -> code(at + 1, 2, value);
            case 'u' -> code(at + 1, 4, value);
            case 'b' -> simple('\b', at, value);
            case 't' -> simple('\t', at, value);
            case 'n' -> simple('\n', at, value);
            case 'f' -> simple('\f', at, value);
            case 'r' -> simple('\r', at, value);
            case '\\', '\'', '"', '`', '/' -> simple(c, at, value);
            default -> throw unreadable("has an escape that is none", at);
        };
    }

    private static int simple(char meant, int at, StringBuilder value) {
        value.append(meant);
        return at + 1;
    }

    private int code(int at, int length, StringBuilder value) throws UnreadableOutput {
        int end = at + length;
        int code = 0;
        for (int i = at; i < end; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0 || text.charAt(i) > 'f') {
                throw unreadable("has an escape that is none", i);
            }
            code = code * 16 + digit;
        }
        value.append((char) code);
        return end;
    }

    private static UnreadableOutput unreadable(String how, int at) {
        return new UnreadableOutput("the tool's output " + how + ", at character " + at);
    }
}
