package io.github.nodesonde.health;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many nodes have which verdict; every verdict is a key. */
public record Counts(Map<Verdict, Integer> byVerdict) {

    public Counts {
        var every = new EnumMap<Verdict, Integer>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            every.put(verdict, byVerdict.getOrDefault(verdict, 0));
        }
        byVerdict = Collections.unmodifiableMap(every);
    }

    public static Counts of(Stream<Verdict> verdicts) {
        var counted = new EnumMap<Verdict, Integer>(Verdict.class);
        verdicts.forEach(verdict -> counted.merge(verdict, 1, Integer::sum));
        return new Counts(counted);
    }

    public int of(Verdict verdict) {
        return byVerdict.getOrDefault(verdict, 0);
    }

    public int total() {
        return byVerdict.values().stream().mapToInt(Integer::intValue).sum();
    }
}
