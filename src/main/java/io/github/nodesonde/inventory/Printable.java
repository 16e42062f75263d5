package io.github.nodesonde.inventory;

import java.util.regex.Pattern;

/** Text of the file as it is quoted to people: on one line, without anything that does not show, and not too long. */
final class Printable {

    private static final int MOST = 40;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private Printable() {}

    static String quoted(String text) {
        return "'" + text(text) + "'";
    }

    static String text(String text) {
        boolean whole = text.codePointCount(0, text.length()) <= MOST;
        String start = whole ? text : text.substring(0, text.offsetByCodePoints(0, MOST)) + "…";
        return INVISIBLE.matcher(start).replaceAll("?");
    }
}
