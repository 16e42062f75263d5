package io.github.nodesonde.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One value of a YAML file.
 *
 * @param place where its key stands, or the value itself where it is one of a list
 * @param path from the root, as {@link Problem} has it
 */
record YamlValue(Mark place, String path, Node node, Problems problems) {

    /** Values of a list and keys of a map of texts. */
    static final int MOST_TEXTS = 100;

    /** Empty when it does not fit, which is told. */
    <T> Optional<T> read(Scalar<T> scalar) {
        if (!(node instanceof ScalarNode text) || YamlText.isNothing(node)) {
            problem(scalar.expected(), "write " + scalar.expected());
            return Optional.empty();
        }
        Optional<T> value = scalar.reading().apply(text);
        if (value.isEmpty()) {
            problem(scalar.expected(), scalar.remedy().apply(text));
        }
        return value;
    }

    /** A single value as written, whether or not it fits; empty when it is none. Tells nothing. */
    Optional<String> written() {
        return node instanceof ScalarNode text && !YamlText.isNothing(node)
                ? Optional.of(text.getValue())
                : Optional.empty();
    }

    /** One value or a list of them, each read alike; those that do not fit are told and left out. */
    <T> List<T> readAll(Scalar<T> scalar) {
        if (!(node instanceof SequenceNode list)) {
            return read(scalar).stream().toList();
        }
        if (list.getValue().size() > MOST_TEXTS) {
            problem("at most " + MOST_TEXTS + " values", "leave out some");
        }
        return items(list).stream()
                .limit(MOST_TEXTS)
                .flatMap(item -> item.read(scalar).stream())
                .toList();
    }

    /** The values of a list; none, which is told, when it is no list. */
    List<YamlValue> items() {
        if (node instanceof SequenceNode list) {
            return items(list);
        }
        problem("a list", "begin each entry with '- ', or write [] for none");
        return List.of();
    }

    private List<YamlValue> items(SequenceNode list) {
        var items = new ArrayList<YamlValue>();
        for (Node item : list.getValue()) {
            items.add(new YamlValue(item.getStartMark(), path + "[" + items.size() + "]", item, problems));
        }
        return items;
    }

    /** The keys and values of a mapping; empty, which is told, when it is none. */
    Optional<YamlEntries> entries(String remedy) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(YamlEntries.of(mapping, place, path, problems));
        }
        problem("a mapping", remedy);
        return Optional.empty();
    }

    void problem(String expected, String remedy) {
        problems.add(place, path, YamlText.inWords(node), expected, remedy);
    }
}
