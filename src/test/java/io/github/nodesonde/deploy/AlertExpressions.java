package io.github.nodesonde.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What the alert rules that are shipped ask. */
public final class AlertExpressions {

    private static final Path FOLDER = Path.of("deploy/prometheus/rules");

    private AlertExpressions() {}

    /** Expressions by the names of alerts. */
    public static SequencedMap<String, String> all() {
        var expressions = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".yml")).toList()) {
                Map<String, List<Map<String, List<Map<String, Object>>>>> document =
                        new Yaml().load(Files.readString(file));
                document.getOrDefault("groups", List.of()).stream()
                        .flatMap(group -> group.getOrDefault("rules", List.of()).stream())
                        .filter(rule -> rule.containsKey("alert"))
                        .forEach(rule -> expressions.put(text(rule, "alert"), text(rule, "expr")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return expressions;
    }

    private static String text(Map<String, Object> rule, String key) {
        return Objects.requireNonNull(rule.get(key), key).toString();
    }
}
