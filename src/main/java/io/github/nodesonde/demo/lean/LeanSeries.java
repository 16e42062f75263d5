package io.github.nodesonde.demo.lean;

import java.util.stream.LongStream;

/** Writes {@code lean_*} series as clients other than leanspec print them. Not thread-safe; made for one answer. */
final class LeanSeries {

    private final StringBuilder text = new StringBuilder();

    LeanSeries gauge(String name, long value) {
        return sample(name, "gauge", "", value);
    }

    LeanSeries counter(String name, String labels, long value) {
        return sample(name, "counter", labels, value);
    }

    /** A gauge of value 1 whose labels carry what is known. */
    LeanSeries info(String name, String labels) {
        return sample(name, "gauge", labels, 1);
    }

    /** A histogram of which every event took an eighth of a second. */
    LeanSeries histogram(String name, long count) {
        text.append("# TYPE ").append(name).append(" histogram\n");
        LongStream.of(0, 1, 2)
                .forEach(bound ->
                        text.append("%s_bucket{le=\"%d\"} %d\n".formatted(name, bound, bound == 0 ? 0 : count)));
        text.append(
                "%1$s_bucket{le=\"+Inf\"} %2$d\n%1$s_sum %3$s\n%1$s_count %2$d\n".formatted(name, count, count / 8.0));
        return this;
    }

    /** The slots of a node whose head that is, by the names that all clients share. */
    LeanSeries slots(Devnet chain, long head, long current) {
        return gauge("lean_head_slot", head)
                .gauge("lean_current_slot", current)
                .gauge("lean_safe_target_slot", chain.justified(head))
                .gauge("lean_latest_justified_slot", chain.justified(head))
                .gauge("lean_latest_finalized_slot", chain.finalized(head))
                .histogram("lean_fork_choice_block_processing_time_seconds", chain.blocks(head));
    }

    private LeanSeries sample(String name, String type, String labels, long value) {
        text.append("# TYPE %1$s %2$s\n%1$s%3$s %4$d\n".formatted(name, type, labels, value));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
