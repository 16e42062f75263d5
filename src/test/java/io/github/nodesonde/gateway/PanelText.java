package io.github.nodesonde.gateway;

import static java.util.stream.Collectors.joining;

import io.github.nodesonde.deploy.ShippedDashboard.Panel;
import io.github.nodesonde.deploy.ShippedDashboard.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a panel shows, as text, for who has no Grafana to look at. */
final class PanelText {

    /** By which the columns of a table find their rows. */
    private static final Set<String> OF_ROWS = Set.of("network", "node", "probe", "instance");

    private static final Pattern LABEL = Pattern.compile("\\{\\{([a-z_]+)}}");

    private final Panel panel;
    private final List<Map<Map<String, String>, Double>> answers;

    /** @param answers of the panel's queries, in their order */
    PanelText(Panel panel, List<Map<Map<String, String>, Double>> answers) {
        this.panel = panel;
        this.answers = answers;
    }

    @Override
    public String toString() {
        return "\n%s  [%s]\n%s\n"
                .formatted(panel.title(), panel.type(), panel.type().equals("table") ? table() : list());
    }

    private String list() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < answers.size(); i++) {
            Target target = panel.targets().get(i);
            answers.get(i)
                    .forEach((labels, value) -> lines.add("  %-44s %s"
                            .formatted(legend(target, labels), written(value, properties(legend(target, labels))))));
        }
        return lines.isEmpty() ? "  (nothing)" : lines.stream().sorted().collect(joining("\n"));
    }

    private String table() {
        var rows = new TreeMap<String, Map<String, String>>();
        for (int i = 0; i < answers.size(); i++) {
            String column = answers.size() == 1 ? "Value" : "Value #" + (char) ('A' + i);
            JsonNode properties = properties(column);
            String name = properties.at("/displayName").asString("");
            answers.get(i).forEach((labels, value) -> {
                var row = rows.computeIfAbsent(
                        labels.entrySet().stream()
                                .filter(label -> answers.size() == 1 || OF_ROWS.contains(label.getKey()))
                                .map(Map.Entry::getValue)
                                .collect(joining(" ")),
                        _ -> new LinkedHashMap<>());
                labels.forEach((label, text) -> {
                    if (!OF_ROWS.contains(label)) {
                        row.put(label, text);
                    }
                });
                if (!name.isEmpty()) {
                    row.put(name, written(value, properties));
                }
            });
        }
        return rows.entrySet().stream()
                .map(row -> "  %-32s %s".formatted(row.getKey(), row.getValue()))
                .collect(joining("\n"));
    }

    private static String legend(Target target, Map<String, String> labels) {
        return LABEL.matcher(target.legend()).replaceAll(found -> labels.getOrDefault(found.group(1), ""));
    }

    /** The panel's, with those of the series or column of that name before them. */
    private JsonNode properties(String name) {
        JsonNode defaults = panel.json().at("/fieldConfig/defaults").deepCopy();
        panel.json()
                .at("/fieldConfig/overrides")
                .valueStream()
                .filter(override -> isFor(name, override.at("/matcher")))
                .flatMap(override -> override.at("/properties").valueStream())
                .sorted(Comparator.comparing(property -> property.at("/id").asString()))
                .forEach(property -> defaults.asObject().set(property.at("/id").asString(), property.at("/value")));
        return defaults;
    }

    private static boolean isFor(String name, JsonNode matcher) {
        String names = matcher.at("/options").asString("");
        return matcher.at("/id").asString("").equals("byRegexp")
                ? name.matches(names.substring(1, names.length() - 1))
                : name.equals(names);
    }

    private static String written(double value, JsonNode properties) {
        String state = properties
                .at("/mappings/0/options")
                .path(String.valueOf((long) value))
                .at("/text")
                .asString("");
        return state.isEmpty()
                ? "%s %s"
                        .formatted(
                                Math.rint(value * 1000) / 1000,
                                properties.at("/unit").asString(""))
                : state;
    }
}
