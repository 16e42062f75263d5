package io.github.nodesonde.deploy.dashboard;

import java.util.Optional;

/**
 * One column of a table, whose rows are told apart by the labels that all columns share.
 *
 * @param name what stands above it
 * @param label the label whose values it shows, instead of what the query gives
 */
record Column(String name, String expression, Style style, Optional<String> label) {

    static Column of(String name, String expression, Style style) {
        return new Column(name, expression, style, Optional.empty());
    }

    static Column label(String name, String label, String expression) {
        return new Column(name, expression, Style.unit("string"), Optional.of(label));
    }
}
