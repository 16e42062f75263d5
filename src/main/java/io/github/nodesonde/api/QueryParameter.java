package io.github.nodesonde.api;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.health.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query parameter as the API's description tells it; one of a name means the same everywhere.
 *
 * @param schema of its value, in JSON Schema
 */
record QueryParameter(String name, String description, Map<String, Object> schema) {

    private static final String TYPE = "type";

    private static final Map<String, QueryParameter> ALL = Stream.of(
                    text("network", "Name of a network; of this one only."),
                    text("node", "Id of a node; of this one only."),
                    text("type", "A kind of node; of this kind only."),
                    text("q", "Text that occurs in id, network, label, software or finding, in whatever case."),
                    oneOf(
                            "verdict",
                            "Of this verdict only.",
                            Stream.of(Verdict.values()).map(Verdict::label).toList()),
                    new QueryParameter(
                            "label",
                            "key:value; of nodes that carry all labels given.",
                            Map.of(TYPE, "array", "items", Map.of(TYPE, "string", "pattern", "^[^:]+:"))),
                    oneOf(
                            "sort",
                            "Order of the list.",
                            List.copyOf(NodeOrder.byName().keySet())),
                    oneOf("state", "Of this state only.", List.of("open", "closed")),
                    oneOf("window", "How far back from now.", List.of("1h", "24h", "7d", "30d", "90d")),
                    time("since", "Not before this time."),
                    time("until", "Before this time."),
                    new QueryParameter(
                            "page", "Page of the list, from 0.", Map.of(TYPE, "integer", "minimum", 0, "default", 0)),
                    new QueryParameter(
                            "size",
                            "Items of a page.",
                            Map.of(TYPE, "integer", "minimum", 1, "maximum", 500, "default", 50)))
            .collect(toMap(QueryParameter::name, identity()));

    static Optional<QueryParameter> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static QueryParameter text(String name, String description) {
        return new QueryParameter(name, description, Map.of(TYPE, "string"));
    }

    private static QueryParameter time(String name, String description) {
        return new QueryParameter(name, description, Map.of(TYPE, "string", "format", "date-time"));
    }

    private static QueryParameter oneOf(String name, String description, List<String> values) {
        return new QueryParameter(name, description, Map.of(TYPE, "string", "enum", values));
    }
}
