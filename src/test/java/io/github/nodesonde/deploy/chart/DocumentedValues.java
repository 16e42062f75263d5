package io.github.nodesonde.deploy.chart;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.json.JsonMapper;

/**
 * A values file with a comment {@code # -- description} above what a user may set, as helm-docs reads it. Where the default
 * does not show the type, it goes before, in parentheses.
 */
record DocumentedValues(List<Value> values, List<String> undocumented) {

    private static final Pattern DESCRIPTION = Pattern.compile(".* -- (?:\\(([^)]+)\\) )?(.+)");

    /** @param fallback the default, as JSON */
    record Value(String name, String type, String fallback, String description) {

        String row() {
            return "| `%s` | %s | `%s` | %s |".formatted(name, type, fallback, description.replace("|", "\\|"));
        }
    }

    static DocumentedValues of(Path file) throws IOException {
        var options = new LoaderOptions();
        options.setProcessComments(true);
        var read = new DocumentedValues(new ArrayList<>(), new ArrayList<>());
        read.addAll("", (MappingNode) new Yaml(options).compose(new StringReader(Files.readString(file))));
        return read;
    }

    private void addAll(String prefix, MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
            String name = prefix + ((ScalarNode) entry.getKeyNode()).getValue();
            Matcher description = DESCRIPTION.matcher(comment(entry.getKeyNode()));
            Node value = entry.getValueNode();
            if (description.matches()) {
                String type = Optional.ofNullable(description.group(1)).orElseGet(() -> type(value));
                values.add(new Value(name, type, json(value), description.group(2)));
            } else if (value instanceof MappingNode below && !below.getValue().isEmpty()) {
                addAll(name + ".", below);
            } else {
                undocumented.add(name);
            }
        }
    }

    private static String comment(Node key) {
        return Optional.ofNullable(key.getBlockComments()).orElse(List.of()).stream()
                .filter(line -> line.getCommentType() == CommentType.BLOCK)
                .map(CommentLine::getValue)
                .collect(Collectors.joining());
    }

    private static String type(Node value) {
        return switch (value) {
            case MappingNode _ -> "object";
            case ScalarNode scalar when scalar.getTag().equals(Tag.BOOL) -> "bool";
            case ScalarNode scalar when scalar.getTag().equals(Tag.INT) -> "int";
            case ScalarNode _ -> "string";
            default -> "list";
        };
    }

    private static String json(Node value) {
        var constructor = new SafeConstructor(new LoaderOptions()) {
            Object constructed(Node node) {
                return constructDocument(node);
            }
        };
        return JsonMapper.shared().writeValueAsString(constructor.constructed(value));
    }
}
