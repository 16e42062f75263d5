package io.github.nodesonde.health;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
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

    /** Of nodes, by their verdicts. Without boxes, for at each judging all nodes of the fleet are counted. */
    static Counts ofNodes(List<NodeJudgement> nodes) {
        int up = 0;
        int degraded = 0;
        int unknown = 0;
        int down = 0;
        int maintenance = 0;
        for (NodeJudgement node : nodes) {
            switch (node.verdict()) {
                case UP -> up++;
                case DEGRADED -> degraded++;
                case UNKNOWN -> unknown++;
                case DOWN -> down++;
                case MAINTENANCE -> maintenance++;
            }
        }
        return new Counts(Map.of(
                Verdict.UP,
                up,
                Verdict.DEGRADED,
                degraded,
                Verdict.UNKNOWN,
                unknown,
                Verdict.DOWN,
                down,
                Verdict.MAINTENANCE,
                maintenance));
    }

    /** Both together. */
    Counts plus(Counts others) {
        var sum = new EnumMap<Verdict, Integer>(byVerdict);
        others.byVerdict.forEach((verdict, count) -> sum.merge(verdict, count, Integer::sum));
        return new Counts(sum);
    }

    public int of(Verdict verdict) {
        return byVerdict.getOrDefault(verdict, 0);
    }

    public int total() {
        return byVerdict.values().stream().mapToInt(Integer::intValue).sum();
    }
}
