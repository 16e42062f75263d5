package io.github.nodesonde.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** YAML as maps, lists and scalars, which a test may change before it is written again. */
public final class YamlText {

    private YamlText() {}

    public static Map<String, Object> read(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }

    public static String of(Map<String, Object> document) {
        return new Yaml().dump(document);
    }

    /** A mapping; it is an error when it is none. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object mapping) {
        return (Map<String, Object>) mapping;
    }

    /** A list of mappings; empty where there is none. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> maps(@Nullable Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    /** The same with every text in it changed, wherever it stands as a value. */
    public static Object withTexts(Object yaml, UnaryOperator<String> change) {
        return switch (yaml) {
            case String text -> change.apply(text);
            case List<?> list ->
                list.stream().map(item -> withTexts(item, change)).collect(Collectors.toList());
            case Map<?, ?> mapping ->
                mapping.entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> withTexts(entry.getValue(), change)));
            default -> yaml;
        };
    }
}
