package io.github.nodesonde.text;

/**
 * Makes text that somebody else wrote fit for logs, pages and terminals: one line, short, and nothing that could move a
 * cursor, change a colour or the reading direction.
 */
public final class PrintableText {

    /** Characters kept at most where the caller does not say; the ellipsis of a cut text is one of them. */
    public static final int MAX_LENGTH = 200;

    /** The same for what is quoted; a DNS label fits. */
    public static final int MAX_QUOTE = 64;

    private static final char REPLACEMENT = '\uFFFD';

    private PrintableText() {}

    /** The text, cut to {@value #MAX_LENGTH} characters. */
    public static String of(String text) {
        return of(text, MAX_LENGTH);
    }

    /**
     * The text without white space at its ends; elsewhere white space of any length becomes one space, everything else
     * that does not print U+FFFD. What is too long ends in an ellipsis.
     *
     * @param most characters kept, the ellipsis included; positive
     */
    public static String of(String text, int most) {
        var printable = new StringBuilder();
        boolean gap = false;
        int i = 0;
        while (i < text.length() && printable.length() <= most) {
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
        return printable.length() <= most ? printable.toString() : cut(printable, most);
    }

    /** The text between apostrophes, cut to {@value #MAX_QUOTE} characters. */
    public static String quoted(String text) {
        return "'" + of(text, MAX_QUOTE) + "'";
    }

    /** Whether every character of it prints, and all on one line. */
    public static boolean isPrintable(String text) {
        return text.codePoints().allMatch(PrintableText::prints);
    }

    /** Whether a character shows by itself, if only as a space, and changes nothing around it. */
    public static boolean prints(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String cut(StringBuilder text, int most) {
        int end = most - 1;
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
