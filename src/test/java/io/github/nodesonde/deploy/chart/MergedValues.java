package io.github.nodesonde.deploy.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Values of a user over the chart's own, as Helm merges them: mappings key by key, everything else as a whole. */
final class MergedValues {

    private MergedValues() {}

    static String of(Path defaults, Path values) throws IOException {
        Map<?, ?> own = new Yaml().load(Files.readString(defaults));
        Map<?, ?> users = new Yaml().load(Files.readString(values));
        return new Yaml().dump(merged(own, users));
    }

    private static Map<Object, Object> merged(Map<?, ?> own, Map<?, ?> users) {
        var merged = new LinkedHashMap<Object, Object>(own);
        users.forEach((key, value) -> merged.put(
                key, own.get(key) instanceof Map<?, ?> a && value instanceof Map<?, ?> b ? merged(a, b) : value));
        return merged;
    }
}
