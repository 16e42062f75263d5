package io.github.nodesonde.observation;

/**
 * One thing that can be known of a subject, and the series that carries it. A constant of whoever reads it.
 *
 * @param name the series' exact name; a counter's ends in {@code _total}, an info's in {@code _info}
 * @param unit in words, plural, as the API prints it ({@code slots}, {@code seconds}); empty when it has none
 * @param help one sentence for {@code # HELP} and the documentation
 */
public record Signal(String name, Kind kind, String unit, String help) {

    public Signal {
        if (kind == Kind.COUNTER && !name.endsWith("_total") || kind == Kind.INFO && !name.endsWith("_info")) {
            throw new IllegalArgumentException(name + " is no name for a " + kind);
        }
    }

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

    public enum Kind {
        GAUGE,
        /** Follows the subject's own counter, resets included; never incremented here. */
        COUNTER,
        /** A gauge that is 0 or 1. */
        FLAG,
        /** Always 1; the labels carry what is known. */
        INFO
    }
}
