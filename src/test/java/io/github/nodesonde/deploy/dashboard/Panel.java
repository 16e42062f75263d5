package io.github.nodesonde.deploy.dashboard;

import static io.github.nodesonde.deploy.dashboard.Json.merged;
import static io.github.nodesonde.deploy.dashboard.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One picture.
 *
 * @param type of Grafana's panels
 * @param description what it tells, and what to make of it
 * @param width of 24
 * @param custom what of its fields belongs to the type
 * @param overrides what single series or columns have otherwise
 */
record Panel(
        String type,
        String title,
        String description,
        int width,
        int height,
        List<Query> queries,
        Style style,
        SequencedMap<String, @Nullable Object> custom,
        List<Object> overrides,
        SequencedMap<String, @Nullable Object> options,
        List<Object> transformations) {

    /** Without its letter where the other queries of the table found nothing. */
    private static final String FIRST_COLUMN = "/^Value( #A)?$/";

    private static final Object LIST_BELOW =
            object("showLegend", true, "displayMode", "list", "placement", "bottom", "calcs", List.of());

    /** The newest values, large. */
    static Panel tiles(String title, String description, Style style, Query... queries) {
        return new Panel(
                "stat",
                title,
                description,
                6,
                4,
                List.of(queries),
                style,
                object(),
                List.of(),
                object(
                        "reduceOptions",
                        object("calcs", List.of("lastNotNull"), "fields", "", "values", false),
                        "orientation",
                        "vertical",
                        "textMode",
                        queries.length > 1 ? "value_and_name" : "auto",
                        "colorMode",
                        "value",
                        "graphMode",
                        "none",
                        "justifyMode",
                        "center",
                        "wideLayout",
                        false),
                List.of());
    }

    /** Values over time. */
    static Panel lines(String title, String description, Style style, Query... queries) {
        return new Panel(
                "timeseries",
                title,
                description,
                8,
                8,
                List.of(queries),
                new Style(merged(
                        object("color", object("mode", "palette-classic-by-name")),
                        style.with("color", object("mode", "palette-classic-by-name"))
                                .properties())),
                object(
                        "drawStyle",
                        "line",
                        "lineWidth",
                        1,
                        "fillOpacity",
                        0,
                        "showPoints",
                        "auto",
                        "spanNulls",
                        false,
                        "thresholdsStyle",
                        object("mode", style.isColoured() ? "dashed" : "off")),
                List.of(),
                object("legend", LIST_BELOW, "tooltip", object("mode", "multi", "sort", "desc")),
                List.of());
    }

    /** States over time, one band for each series; a gap is a time of which nothing is known. */
    static Panel timeline(String title, String description, Style states, Query... queries) {
        return new Panel(
                "state-timeline",
                title,
                description,
                12,
                9,
                List.of(queries),
                states,
                object("lineWidth", 0, "fillOpacity", 85, "spanNulls", false, "insertNulls", false),
                List.of(),
                object(
                        "mergeValues",
                        true,
                        "showValue",
                        "auto",
                        "alignValue",
                        "left",
                        "rowHeight",
                        0.85,
                        "perPage",
                        20,
                        "legend",
                        LIST_BELOW,
                        "tooltip",
                        object("mode", "single", "sort", "none")),
                List.of());
    }

    /** The newest values as rows, the greatest of the first column first. */
    static Panel table(String title, String description, Column... columns) {
        var overrides = new ArrayList<Object>();
        var hidden = object("Time", true);
        for (int i = 0; i < columns.length; i++) {
            Column column = columns[i];
            String value = columns.length == 1 ? "Value" : "Value #" + refId(i);
            column.label().ifPresent(_ -> hidden.put(value, true));
            Style plain = column.style().with("displayName", column.name());
            Style style = plain.isColoured() ? plain.with("custom.cellOptions", object("type", "color-text")) : plain;
            overrides.add(
                    i == 0
                            ? style.overrideWhere(FIRST_COLUMN)
                            : style.override(column.label().orElse(value)));
        }
        overrides.add(new Style(object("displayName", "Node", "links", Links.ofCell(), "custom.minWidth", 130))
                .override("node"));
        overrides.add(new Style(object("displayName", "Network", "links", Links.ofNetworkCell())).override("network"));
        return new Panel(
                "table",
                title,
                description,
                24,
                10,
                Stream.of(columns)
                        .map(column -> Query.rows(column.expression(), column.name()))
                        .toList(),
                new Style(object("noValue", "")),
                object("align", "auto", "filterable", true, "cellOptions", object("type", "auto")),
                List.copyOf(overrides),
                object(
                        "showHeader",
                        true,
                        "cellHeight",
                        "sm",
                        "sortBy",
                        List.of(object("displayName", columns[0].name(), "desc", true))),
                List.of(
                        object("id", "merge", "options", object()),
                        object("id", "organize", "options", object("excludeByName", hidden))));
    }

    Panel size(int columns, int rows) {
        return new Panel(
                type, title, description, columns, rows, queries, style, custom, overrides, options, transformations);
    }

    /** The style of the one series of that name, beside the panel's. */
    Panel where(String name, Style differing) {
        return drawn(
                style,
                custom,
                Stream.concat(overrides.stream(), Stream.of(differing.override(name)))
                        .toList());
    }

    /** Filled with the colour of its state, for who looks from across the room. */
    Panel filled() {
        return options("colorMode", "background_solid");
    }

    Panel options(String name, Object value) {
        return new Panel(
                type,
                title,
                description,
                width,
                height,
                queries,
                style,
                custom,
                overrides,
                merged(options, object(name, value)),
                transformations);
    }

    /** Each series, which has the label {@code node}, leads to what else is known of the node. */
    Panel linkedToNodes() {
        return drawn(style.with("links", Links.ofSeries()), custom, overrides);
    }

    /** As areas one upon the other. */
    Panel stacked() {
        return drawn(
                style,
                merged(custom, object("fillOpacity", 40, "stacking", object("mode", "normal", "group", "A"))),
                overrides);
    }

    private Panel drawn(Style otherStyle, SequencedMap<String, @Nullable Object> otherCustom, List<Object> others) {
        return new Panel(
                type,
                title,
                description,
                width,
                height,
                queries,
                otherStyle,
                otherCustom,
                others,
                options,
                transformations);
    }

    Object json(int id, int x, int y) {
        var targets = new ArrayList<Object>();
        for (int i = 0; i < queries.size(); i++) {
            targets.add(queries.get(i).json(refId(i)));
        }
        return object(
                "id",
                id,
                "type",
                type,
                "title",
                title,
                "description",
                description,
                "datasource",
                Variable.DATASOURCE_IN_USE,
                "gridPos",
                object("h", height, "w", width, "x", x, "y", y),
                "targets",
                targets,
                "fieldConfig",
                object("defaults", merged(style.properties(), object("custom", custom)), "overrides", overrides),
                "options",
                options,
                "transformations",
                transformations);
    }

    private static char refId(int index) {
        return (char) ('A' + index);
    }
}
