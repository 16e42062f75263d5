package io.github.nodesonde.inventory;

import io.github.nodesonde.text.PrintableText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys and values of one mapping, as written, and where in the file they stand. */
final class YamlEntries {

    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Mark start;
    private final String path;
    private final Problems problems;

    private YamlEntries(Mark start, String path, Problems problems) {
        this.start = start;
        this.path = path;
        this.problems = problems;
    }

    /** Of a key that is there twice the first value counts; that and what is no key is told. */
    static YamlEntries of(MappingNode mapping, Mark start, String path, Problems problems) {
        var entries = new YamlEntries(start, path, problems);
        mapping.getValue().forEach(entries::take);
        return entries;
    }

    static YamlEntries none(Mark start, String path, Problems problems) {
        return new YamlEntries(start, path, problems);
    }

    /** Of a mapping that is not in the file, whose problems nobody hears of. */
    static YamlEntries absent() {
        return none(new Mark("", 0, 0, 0, new int[0], 0), "", new Problems(""));
    }

    private void take(NodeTuple tuple) {
        Mark place = tuple.getKeyNode().getStartMark();
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            String found = YamlText.inWords(tuple.getKeyNode()) + " as a key";
            problems.add(place, path, found, "a text", "write a plain key");
            return;
        }
        var value = new YamlValue(place, pathOf(key.getValue()), tuple.getValueNode(), problems);
        @Nullable YamlValue first = values.putIfAbsent(key.getValue(), value);
        if (first != null) {
            String found = "the key a second time, after line " + (first.place().getLine() + 1);
            problems.add(place, value.path(), found, "every key once", "remove one of the two");
        }
    }

    Optional<YamlValue> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** In the order in which they are written. */
    Set<String> keys() {
        return values.keySet();
    }

    /** Where the key stands, else the mapping. */
    Mark place(String key) {
        return get(key).map(YamlValue::place).orElse(start);
    }

    /** An empty mapping where this one has the key, or could have it. */
    YamlEntries noneAt(String key) {
        return none(place(key), pathOf(key), problems);
    }

    void problem(String key, String expected, String remedy) {
        problem(key, get(key).map(value -> YamlText.inWords(value.node())).orElse("nothing"), expected, remedy);
    }

    /** @param found in words that may be shown, where the value may not */
    void problem(String key, String found, String expected, String remedy) {
        problems.add(place(key), pathOf(key), found, expected, remedy);
    }

    void misnamed(String key, String expected, String remedy) {
        problem(key, "the key " + PrintableText.quoted(key), expected, remedy);
    }

    private String pathOf(String key) {
        String shown = PrintableText.of(key, PrintableText.MAX_QUOTE);
        return path.isEmpty() ? shown : path + "." + shown;
    }
}
