package io.github.nodesonde.probe;

/**
 * Makes text that a node sent fit for logs, pages and terminals: one line, short, and nothing that could move a cursor,
 * change a colour or the reading direction.
 */
public final class PrintableText {

    /** Characters kept at most. */
    public static final int MAX_LENGTH = 200;

    private static final char REPLACEMENT = '\uFFFD';

    private PrintableText() {}

    /** White space of any length becomes one space, everything else that does not print U+FFFD; what is too long ends in an ellipsis. */
    public static String of(String text) {
        var printable = new StringBuilder();
        boolean gap = false;
        int i = 0;
        while (i < text.length() && printable.length() <= MAX_LENGTH) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                gap = !printable.isEmpty();
                continue;
            }
            if (gap) {
                printable.append(' ');
                gap = false;
            }
            printable.appendCodePoint(prints(c) ? c : REPLACEMENT);
        }
        return printable.length() <= MAX_LENGTH ? printable.toString() : cut(printable);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean prints(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String cut(StringBuilder text) {
        int end = MAX_LENGTH - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
