package io.github.nodesonde.chain.genlayer;

import java.util.regex.Pattern;

/** Text that a node chose, made fit to be shown to people or to name a series. */
final class NodeText {

    private static final String CUT = "…";

    /** URLs, which may hold keys, and the IP addresses that Go's network errors end in. */
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{0,15}://[^\\s\"']*"
            + "|\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?\\b"
            + "|\\[[0-9a-fA-F:.%]{2,45}](?::\\d{1,5})?");

    private NodeText() {}

    /** Whether it prints as it is on one line, and can be told from every other such text. */
    static boolean isPrintable(String text) {
        return text.codePoints().allMatch(NodeText::isPrintable);
    }

    /** On one line, what does not print blanked, cut to a number of characters. */
    static String brief(String text, int most) {
        int[] shown = text.codePoints()
                .limit(most + 1L)
                .map(point -> isPrintable(point) ? point : ' ')
                .toArray();
        return shown.length > most ? new String(shown, 0, most - 1) + CUT : new String(shown, 0, shown.length).strip();
    }

    /** Without addresses of other machines, which are nobody's business who looks at a verdict. */
    static String withoutAddresses(String text) {
        return ADDRESS.matcher(text).replaceAll("(address)");
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
