package io.github.nodesonde.web;

import java.time.Instant;
import java.util.List;

/** Something that a kind tells, ready to be shown. What it says is text, never markup. */
sealed interface Shown {

    /** Something with its name. */
    record Labelled(String label, Shown value) {}

    record Words(String text) implements Shown {}

    /** A name for machines, such as a hash: what is said of it in short, and all of it. */
    record Code(String brief, String whole) implements Shown {}

    record Moment(Instant at, String text) implements Shown {}

    /** Ids of nodes, each of which has a page. */
    record Nodes(List<String> ids) implements Shown {}

    record Fields(List<Labelled> fields) implements Shown {}

    record Table(List<String> columns, List<List<Shown>> rows) implements Shown {}

    /** The name of the template's fragment that shows it. */
    default String fragment() {
        return switch (this) {
            case Words _ -> "words";
            case Code _ -> "code";
            case Moment _ -> "moment";
            case Nodes _ -> "nodes";
            case Fields _ -> "fields";
            case Table _ -> "table";
        };
    }
}
