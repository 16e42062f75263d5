package io.github.nodesonde.exposition;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A family without its samples: which of a page's series are its own. Immutable. */
final class Members {

    private final String name;
    private final Family.Type type;
    private final String help;
    private final int[] series;
    private final byte[] suffixes;

    /** Keeps the arrays, and does not copy them. */
    Members(String name, Family.Type type, String help, int[] series, byte[] suffixes) {
        this.name = name;
        this.type = type;
        this.help = help;
        this.series = series;
        this.suffixes = suffixes;
    }

    String name() {
        return name;
    }

    Family.Type type() {
        return type;
    }

    String help() {
        return help;
    }

    /** Places of the series in the page, in its order. */
    int[] series() {
        return series;
    }

    /** Of each series, which suffix of the type its name ends in. */
    byte[] suffixes() {
        return suffixes;
    }

    /** The given places, and those in the page of the series that have that suffix. */
    int[] places(int suffix, int[] before) {
        int[] places = Arrays.copyOf(before, before.length + series.length);
        int size = before.length;
        for (int i = 0; i < series.length; i++) {
            if (suffixes[i] == suffix) {
                places[size++] = series[i];
            }
        }
        return size == places.length ? places : Arrays.copyOf(places, size);
    }

    /** The family as announced, without samples. */
    Family announced() {
        return new Family(name, type, help, List.of());
    }

    /** Every sample name that it may print. */
    List<String> sampleNames() {
        return type.suffixes().stream().map(suffix -> name + suffix).toList();
    }

    /** Whether a sample has that suffix. */
    boolean has(int suffix) {
        for (byte each : suffixes) {
            if (each == suffix) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Members members
                && name.equals(members.name)
                && type == members.type
                && help.equals(members.help)
                && Arrays.equals(series, members.series)
                && Arrays.equals(suffixes, members.suffixes);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Arrays.hashCode(series);
    }

    @Override
    public String toString() {
        return type + " " + name + Arrays.toString(series);
    }
}
