package io.github.nodesonde.api;

import io.github.nodesonde.health.Counts;
import io.github.nodesonde.health.Verdict;

/** Nodes by verdict. */
public record CountsJson(int total, int up, int degraded, int unknown, int down, int maintenance) {

    static CountsJson of(Counts counts) {
        return new CountsJson(
                counts.total(),
                counts.of(Verdict.UP),
                counts.of(Verdict.DEGRADED),
                counts.of(Verdict.UNKNOWN),
                counts.of(Verdict.DOWN),
                counts.of(Verdict.MAINTENANCE));
    }
}
