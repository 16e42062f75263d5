package io.github.nodesonde.chain.genlayer.cli;

import java.util.Random;
import java.util.StringJoiner;

/** Prints plain data as {@code util.inspect} does, in any of the layouts that it might choose. */
final class InspectPrinter {

    private static final String COLOUR = "\u001B[32m";
    private static final String COLOUR_END = "\u001B[39m";

    private final Random layout;
    private final boolean coloured;

    InspectPrinter(long seed) {
        layout = new Random(seed);
        coloured = layout.nextInt(4) == 0;
    }

    String print(Literal value) {
        return print(value, 0);
    }

    private String print(Literal value, int indent) {
        return switch (value) {
            case Literal.Text text -> lines(text.value(), indent);
            case Literal.Numeral numeral ->
                coloured(numeral.value().toPlainString()
                        + (numeral.value().scale() == 0 && layout.nextBoolean() ? "n" : ""));
            case Literal.Truth truth -> coloured(String.valueOf(truth.value()));
            case Literal.Nothing _ -> coloured(layout.nextBoolean() ? "null" : "undefined");
            case Literal.Sequence sequence -> sequence(sequence, indent);
            case Literal.Structure structure -> structure(structure, indent);
        };
    }

    private String sequence(Literal.Sequence sequence, int indent) {
        if (sequence.items().isEmpty() && sequence.leftOut() == 0) {
            return "[]";
        }
        StringJoiner entries = entries("[", "]", indent);
        sequence.items().forEach(item -> entries.add(print(item, indent + 2)));
        if (sequence.leftOut() > 0) {
            entries.add("... " + sequence.leftOut() + " more item" + (sequence.leftOut() == 1 ? "" : "s"));
        }
        return entries.toString();
    }

    private String structure(Literal.Structure structure, int indent) {
        if (structure.fields().isEmpty()) {
            return "{}";
        }
        StringJoiner entries = entries("{", "}", indent);
        structure
                .fields()
                .forEach((name, value) -> entries.add((name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : quoted(name))
                        + ": " + print(value, indent + 2)));
        return entries.toString();
    }

    private StringJoiner entries(String open, String close, int indent) {
        return layout.nextBoolean()
                ? new StringJoiner(", ", open + " ", " " + close)
                : new StringJoiner(
                        ",\n" + " ".repeat(indent + 2),
                        open + "\n" + " ".repeat(indent + 2),
                        "\n" + " ".repeat(indent) + close);
    }

    /** A long text may be printed line by line. */
    private String lines(String text, int indent) {
        int cut = text.indexOf('\n') + 1;
        return cut > 0 && cut < text.length() && layout.nextBoolean()
                ? coloured(quoted(text.substring(0, cut))) + " +\n" + " ".repeat(indent + 2)
                        + coloured(quoted(text.substring(cut)))
                : coloured(quoted(text));
    }

    private static String quoted(String text) {
        char quote = !text.contains("'")
                ? '\''
                : !text.contains("\"") ? '"' : !text.contains("`") && !text.contains("${") ? '`' : '\'';
        var quoted = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            quoted.append(escaped(text.charAt(i), quote));
        }
        return quoted.append(quote).toString();
    }

    private static String escaped(char c, char quote) {
        return switch (c) {
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case '\\' -> "\\\\";
            default -> {
                if (c == quote) {
                    yield "\\" + c;
                }
                if (c < 0x20 || c >= 0x7f && c < 0xa0) {
                    yield "\\x%02X".formatted((int) c);
                }
                yield Character.isSurrogate(c) ? "\\u%04X".formatted((int) c) : String.valueOf(c);
            }
        };
    }

    private String coloured(String text) {
        return coloured ? COLOUR + text + COLOUR_END : text;
    }
}
