package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.inventory.Fields;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What the findings on GenLayer nodes are held against: {@code rules:} of their network.
 *
 * @param primingDue how long before the epoch's earliest end a validator that was not primed for it is told
 * @param balanceLowGen the operator's balance is low below this
 * @param blocksBehind a node may be behind by so many blocks
 * @param diskFreeRatio a disk is nearly full when less of it is free
 * @param openFdsRatio descriptors are short when more of them are open
 */
record Thresholds(
        Duration primingDue, BigDecimal balanceLowGen, long blocksBehind, double diskFreeRatio, double openFdsRatio) {

    static final Thresholds DEFAULT = new Thresholds(Duration.ofHours(6), BigDecimal.ONE, 20, 0.1, 0.85);

    private static final double MOST_GEN = 1e9;
    private static final long MOST_BLOCKS = 1_000_000;

    /** Those that are written, and defaults for the others. */
    static Thresholds read(Fields rules) {
        return new Thresholds(
                rules.duration("priming-due", Duration.ofMinutes(1), Duration.ofDays(30))
                        .orElse(DEFAULT.primingDue),
                rules.number("balance-low-gen", 0, MOST_GEN).orElse(DEFAULT.balanceLowGen),
                rules.integer("blocks-behind", 0, MOST_BLOCKS).orElse(DEFAULT.blocksBehind),
                ratio(rules, "disk-free-ratio", DEFAULT.diskFreeRatio),
                ratio(rules, "open-fds-ratio", DEFAULT.openFdsRatio));
    }

    private static double ratio(Fields rules, String key, double otherwise) {
        return rules.number(key, 0, 1).map(BigDecimal::doubleValue).orElse(otherwise);
    }
}
