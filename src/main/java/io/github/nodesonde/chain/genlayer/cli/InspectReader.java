package io.github.nodesonde.chain.genlayer.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plain data as {@code util.inspect} of Node.js prints it: the syntax of JavaScript's literals, and with it JSON.
 * Whatever else that function prints (classes, functions, symbols, references) is refused. Never throws anything but
 * {@link UnreadableOutput}, whatever the text.
 */
final class InspectReader {

    private static final int MAX_DEPTH = 32;

    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Pattern NUMBER =
            Pattern.compile("-?[0-9]{1,400}(?:\\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,4}|n)?");
    private static final Pattern MORE_ITEMS = Pattern.compile("\\.\\.\\. ([0-9]{1,18}) more items?");
    private static final Pattern MORE_CHARACTERS = Pattern.compile("\\.\\.\\. [0-9]{1,18} more characters?");

    private final QuotedText quotedText;
    private final Matcher matcher;
    private final String text;
    private int at;
    private int depth;

    private InspectReader(String text) {
        this.text = text;
        this.matcher = SPACE.matcher(text);
        this.quotedText = new QuotedText(text);
    }

    /**
     * Reads one value, white space around it left out. Colours are left out too: raw ones are the printer's own, for
     * those of a text are printed as escapes.
     */
    static Literal read(String text) throws UnreadableOutput {
        var reader = new InspectReader(COLOUR.matcher(text).replaceAll(""));
        Literal value = reader.value();
        reader.skipSpace();
        if (reader.at < reader.text.length()) {
            throw reader.unreadable("goes on after its end");
        }
        return value;
    }

    private Literal value() throws UnreadableOutput {
        skipSpace();
        if (at == text.length()) {
            throw unreadable("ends early");
        }
        return switch (text.charAt(at)) {
            case '{' -> structure();
            case '[' -> sequence();
            case '\'', '"', '`' -> new Literal.Text(quoted());
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numeral();
            default -> word();
        };
    }

    private Literal structure() throws UnreadableOutput {
        enter();
        var fields = new LinkedHashMap<String, Literal>();
        while (!ends('}')) {
            String name = name();
            expect(':');
            if (fields.put(name, value()) != null) {
                throw unreadable("has a field twice");
            }
            separate('}');
        }
        leave();
        return new Literal.Structure(fields);
    }

    private Literal sequence() throws UnreadableOutput {
        enter();
        List<Literal> items = new ArrayList<>();
        long leftOut = 0;
        while (!ends(']')) {
            if (found(MORE_ITEMS)) {
                leftOut = Long.parseLong(matcher.group(1));
                if (!ends(']')) {
                    throw unreadable("goes on after a list that was cut short");
                }
                break;
            }
            items.add(value());
            separate(']');
        }
        leave();
        return new Literal.Sequence(items, leftOut);
    }

    private void enter() throws UnreadableOutput {
        at++;
        if (++depth > MAX_DEPTH) {
            throw unreadable("is nested too deep");
        }
    }

    private void leave() {
        at++;
        depth--;
    }

    /** Whether the closing bracket comes next. */
    private boolean ends(char bracket) throws UnreadableOutput {
        skipSpace();
        if (at == text.length()) {
            throw unreadable("ends early");
        }
        return text.charAt(at) == bracket;
    }

    /** After one entry: a comma, or the closing bracket, which is left to be read. */
    private void separate(char bracket) throws UnreadableOutput {
        if (!ends(bracket)) {
            expect(',');
        }
    }

    private String name() throws UnreadableOutput {
        if (found(NAME)) {
            return matcher.group();
        }
        char next = text.charAt(at);
        if (next != '\'' && next != '"' && next != '`') {
            throw unreadable("has a field without a name");
        }
        return quoted();
    }

    /** One text, of which the lines may be printed each by itself, joined by plus signs. */
    private String quoted() throws UnreadableOutput {
        var whole = new StringBuilder();
        at = quotedText.read(at, whole);
        while (true) {
            int end = at;
            skipSpace();
            if (found(MORE_CHARACTERS)) {
                return whole.toString();
            }
            if (at == text.length() || text.charAt(at) != '+') {
                at = end;
                return whole.toString();
            }
            at++;
            skipSpace();
            at = quotedText.read(at, whole);
        }
    }

    private Literal numeral() throws UnreadableOutput {
        if (!found(NUMBER)) {
            throw unreadable("has a number that is none");
        }
        String digits = matcher.group();
        return new Literal.Numeral(
                new BigDecimal(digits.endsWith("n") ? digits.substring(0, digits.length() - 1) : digits));
    }

    private Literal word() throws UnreadableOutput {
        String word = found(NAME) ? matcher.group() : "";
        return switch (word) {
            case "true" -> new Literal.Truth(true);
            case "false" -> new Literal.Truth(false);
            case "null", "undefined" -> new Literal.Nothing();
            default -> throw unreadable("holds something that is no plain data");
        };
    }

    private void expect(char wanted) throws UnreadableOutput {
        skipSpace();
        if (at == text.length() || text.charAt(at) != wanted) {
            throw unreadable("lacks a '" + wanted + "'");
        }
        at++;
    }

    private void skipSpace() {
        found(SPACE);
    }

    /** Reads what matches here; the matcher tells what it was. */
    private boolean found(Pattern pattern) {
        if (matcher.usePattern(pattern).region(at, text.length()).lookingAt()) {
            at = matcher.end();
            return true;
        }
        return false;
    }

    private UnreadableOutput unreadable(String how) {
        return new UnreadableOutput("the tool's output " + how + ", at character " + at);
    }
}
