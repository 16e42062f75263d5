package io.github.nodesonde.deploy.dashboard;

import static io.github.nodesonde.deploy.dashboard.Json.object;

/**
 * What a panel asks Prometheus.
 *
 * @param legend the name of each series, with labels as {@code {{node}}}; of a column, the name of its values
 * @param form what is wanted of it
 */
record Query(String expression, String legend, Form form) {

    enum Form {
        /** Values over the whole time range. */
        RANGE,
        /** The newest value of each series. */
        NEWEST,
        /** The same as rows of a table, labels and value as its columns. */
        ROWS
    }

    static Query range(String expression, String legend) {
        return new Query(expression, legend, Form.RANGE);
    }

    static Query newest(String expression, String legend) {
        return new Query(expression, legend, Form.NEWEST);
    }

    static Query rows(String expression, String column) {
        return new Query(expression, column, Form.ROWS);
    }

    Object json(char refId) {
        boolean range = form == Form.RANGE;
        return object(
                "refId",
                String.valueOf(refId),
                "datasource",
                Variable.DATASOURCE_IN_USE,
                "expr",
                expression,
                "legendFormat",
                form == Form.ROWS ? "__auto" : legend,
                "format",
                form == Form.ROWS ? "table" : "time_series",
                "range",
                range,
                "instant",
                !range,
                "editorMode",
                "code");
    }
}
