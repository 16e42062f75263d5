package io.github.nodesonde.observation;

import java.util.List;

/**
 * One thing that can be known of a subject, and the series that carries it. A constant of whoever reads it. What is said
 * of it here is what the documentation says of it.
 *
 * @param name the series' exact name; a counter's ends in {@code _total}, an info's in {@code _info}
 * @param unit in words, plural, as the API prints it ({@code slots}, {@code seconds}); empty when it has none
 * @param help one sentence for {@code # HELP} and the documentation
 * @param about what kind of subject it is known of
 * @param labels the names of its own labels, beside those that say whose it is
 * @param source where the value comes from, as a phrase in Markdown
 * @param absent when there is no such series though its source is fresh, as a phrase in Markdown
 * @param remembered whether its values of rounds gone by are kept, for whoever compares rounds
 */
public record Signal(
        String name,
        Kind kind,
        String unit,
        String help,
        About about,
        List<String> labels,
        String source,
        String absent,
        boolean remembered) {

    public Signal {
        if (kind == Kind.COUNTER && !name.endsWith("_total") || kind == Kind.INFO && !name.endsWith("_info")) {
            throw new IllegalArgumentException(name + " is no name for a " + kind);
        }
        labels = List.copyOf(labels);
    }

    private Signal(String name, Kind kind, String unit, String help) {
        this(name, kind, unit, help, About.NODE, List.of(), "", "never", false);
    }

    /** Like the other factories: of a node, without labels, never absent, until more is said of it. */
    public static Signal gauge(String name, String unit, String help) {
        return new Signal(name, Kind.GAUGE, unit, help);
    }

    public static Signal counter(String name, String unit, String help) {
        return new Signal(name, Kind.COUNTER, unit, help);
    }

    public static Signal flag(String name, String help) {
        return new Signal(name, Kind.FLAG, "", help);
    }

    public static Signal info(String name, String help) {
        return new Signal(name, Kind.INFO, "", help);
    }

    /** The same, of a network. */
    public Signal ofNetwork() {
        return new Signal(name, kind, unit, help, About.NETWORK, labels, source, absent, remembered);
    }

    /** The same, of the gateway itself or of its fleet as a whole. */
    public Signal ofGateway() {
        return new Signal(name, kind, unit, help, About.GATEWAY, labels, source, absent, remembered);
    }

    /** The same with these labels of its own. */
    public Signal labelled(String... labels) {
        return new Signal(name, kind, unit, help, about, List.of(labels), source, absent, remembered);
    }

    /** The same, coming from there. */
    public Signal from(String source) {
        return new Signal(name, kind, unit, help, about, labels, source, absent, remembered);
    }

    /** The same, absent then. */
    public Signal absent(String when) {
        return new Signal(name, kind, unit, help, about, labels, source, when, remembered);
    }

    /** The same, its values of rounds gone by being kept as well. */
    public Signal rememberedInRounds() {
        return new Signal(name, kind, unit, help, about, labels, source, absent, true);
    }

    public enum Kind {
        GAUGE,
        /** Follows the subject's own counter, resets included; never incremented here. */
        COUNTER,
        /** A gauge that is 0 or 1. */
        FLAG,
        /** Always 1; the labels carry what is known. */
        INFO
    }

    /** Whose series it is, which decides the labels that say so. */
    public enum About {
        /** Labels {@code node}, {@code network} and the operator's own. */
        NODE,
        /** Label {@code network}. */
        NETWORK,
        /** No label. */
        GATEWAY
    }
}
