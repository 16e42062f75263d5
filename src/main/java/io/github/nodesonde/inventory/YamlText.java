package io.github.nodesonde.inventory;

import io.github.nodesonde.text.PrintableText;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;

/** Bytes read as one YAML mapping whose keys and values know their places. Nothing is constructed from tags. */
final class YamlText {

    private static final int MOST_ALIASES = 1000;
    private static final int DEEPEST = 20;
    private static final String EXPECTED = "a mapping with the keys networks and nodes";

    private YamlText() {}

    /** The root mapping; empty when there is none, which is then among the problems. */
    static Optional<MappingNode> root(ByteBuffer bytes, Problems problems) {
        return decoded(bytes, problems).flatMap(text -> composed(text, problems));
    }

    private static Optional<String> decoded(ByteBuffer bytes, Problems problems) {
        ByteBuffer left = bytes.duplicate();
        CharBuffer decoded = CharBuffer.allocate(left.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(left, decoded, true);
        String text = decoded.flip().toString();
        if (result.isError()) {
            atEndOf(text, problems, "a byte that is no UTF-8", "text in UTF-8", "save the file as UTF-8");
            return Optional.empty();
        }
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int end = 0;
        while (end < withoutMark.length() && StreamReader.isPrintable(withoutMark.codePointAt(end))) {
            end += Character.charCount(withoutMark.codePointAt(end));
        }
        if (end < withoutMark.length()) {
            atEndOf(
                    withoutMark.substring(0, end),
                    problems,
                    "the character U+%04X".formatted(withoutMark.codePointAt(end)),
                    "printable text",
                    "remove the character");
            return Optional.empty();
        }
        return Optional.of(withoutMark);
    }

    private static void atEndOf(String text, Problems problems, String found, String expected, String remedy) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        problems.add(line, text.length() - text.lastIndexOf('\n'), "", found, expected, remedy);
    }

    private static Optional<MappingNode> composed(String text, Problems problems) {
        var options = new LoaderOptions();
        options.setCodePointLimit(InventorySource.MOST_BYTES);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        @Nullable Node root;
        try {
            root = new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            @Nullable Mark mark = e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            int column = mark == null ? 1 : mark.getColumn() + 1;
            problems.add(line, column, "", whatIsNoYaml(e.getProblem()), "YAML", "mend this line or the one before");
            return Optional.empty();
        } catch (YAMLException e) {
            problems.add(1, 1, "", whatIsNoYaml(e.getMessage()), "YAML within these limits", "write it out plainly");
            return Optional.empty();
        }
        if (root instanceof MappingNode mapping) {
            return Optional.of(mapping);
        }
        if (root == null || isNothing(root)) {
            problems.add(1, 1, "", "an empty file", EXPECTED, "write nodes: [] if there are none");
        } else {
            problems.add(root.getStartMark(), "", inWords(root), EXPECTED, "begin with nodes:");
        }
        return Optional.empty();
    }

    private static String whatIsNoYaml(@Nullable String complaint) {
        return "what is no YAML"
                + (complaint == null
                        ? ""
                        : " (" + complaint.replaceAll("\\s+", " ").strip() + ")");
    }

    /** Whether nothing is written, or {@code null}. */
    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** What stands there, short and printable. */
    static String inWords(Node node) {
        return switch (node) {
            case ScalarNode scalar when !isNothing(scalar) -> PrintableText.quoted(scalar.getValue());
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            default -> "nothing";
        };
    }
}
