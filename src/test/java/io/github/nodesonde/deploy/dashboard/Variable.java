package io.github.nodesonde.deploy.dashboard;

import static io.github.nodesonde.deploy.dashboard.Json.merged;
import static io.github.nodesonde.deploy.dashboard.Json.object;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person chooses above the panels.
 *
 * @param json as Grafana reads it
 */
record Variable(SequencedMap<String, @Nullable Object> json) {

    static final SequencedMap<String, @Nullable Object> DATASOURCE_IN_USE =
            object("type", "prometheus", "uid", "${datasource}");

    static final Variable DATASOURCE = new Variable(object(
            "name",
            "datasource",
            "label",
            "Data source",
            "description",
            "The Prometheus that scrapes the gateway.",
            "type",
            "datasource",
            "query",
            "prometheus",
            "regex",
            "",
            "refresh",
            1,
            "multi",
            false,
            "includeAll",
            false,
            "current",
            object(),
            "options",
            List.of(),
            "hide",
            0));

    /** Where links to the gateway's own page lead; what is set here is where compose serves it. */
    static final Variable PAGE = new Variable(object(
            "name",
            "page",
            "label",
            "Status page",
            "description",
            "Where the gateway's own page is, for the links to it.",
            "type",
            "textbox",
            "query",
            "http://localhost:8080",
            "current",
            object("text", "http://localhost:8080", "value", "http://localhost:8080"),
            "options",
            List.of(object("selected", true, "text", "http://localhost:8080", "value", "http://localhost:8080")),
            "hide",
            0));

    /** Any number of values of a label, all of them until chosen otherwise, even those that are not known here. */
    static Variable any(String name, String label, String description, String query) {
        return new Variable(merged(
                values(name, label, description, query),
                object("multi", true, "includeAll", true, "allValue", ".+", "current", all())));
    }

    /** The same, where all are those that the query lists and no others. */
    static Variable anyListed(String name, String label, String description, String query) {
        return new Variable(merged(
                values(name, label, description, query), object("multi", true, "includeAll", true, "current", all())));
    }

    /** One value of a label. */
    static Variable one(String name, String label, String description, String query) {
        return new Variable(merged(
                values(name, label, description, query),
                object("multi", false, "includeAll", false, "current", object())));
    }

    private static SequencedMap<String, @Nullable Object> all() {
        return object("selected", true, "text", List.of("All"), "value", List.of("$__all"));
    }

    private static SequencedMap<String, @Nullable Object> values(
            String name, String label, String description, String query) {
        return object(
                "name",
                name,
                "label",
                label,
                "description",
                description,
                "type",
                "query",
                "datasource",
                DATASOURCE_IN_USE,
                "definition",
                query,
                "query",
                object("qryType", 1, "query", query, "refId", "PrometheusVariableQueryEditor-VariableQuery"),
                "regex",
                "",
                "refresh",
                2,
                "sort",
                5,
                "options",
                List.of(),
                "hide",
                0);
    }
}
