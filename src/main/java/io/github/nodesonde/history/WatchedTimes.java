package io.github.nodesonde.history;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The times in which it is known how one node was, added up. No moment counts twice, whatever the clocks did: of times that
 * overlap the one that began first goes on.
 */
final class WatchedTimes {

    private final List<Held> held = new ArrayList<>();
    private @Nullable Row last;
    private Instant covered = Instant.MIN;

    /**
     * A verdict that was given.
     *
     * @param seenUntil when the stretch ended, or up to when it is written
     * @param to empty where nobody watched from then on
     */
    record Row(NodeId node, Stretch stretch, Instant seenUntil, Instant at, Optional<Verdict> to) {}

    private record Held(Verdict verdict, Instant from, Instant to) {

        Duration within(Instant start, Instant end) {
            Instant first = from.isAfter(start) ? from : start;
            Instant then = to.isBefore(end) ? to : end;
            return first.isBefore(then) ? Duration.between(first, then) : Duration.ZERO;
        }
    }

    /** Rows come by the beginning of their stretches, then in their order. */
    void add(Row row) {
        Row before = last;
        if (before != null) {
            boolean goesOn = before.stretch().id().equals(row.stretch().id());
            hold(before, goesOn ? row.at() : before.seenUntil());
        }
        last = row;
    }

    /** The time between the instants in that many equal parts. */
    List<Uptime> uptimes(Instant from, Instant to, int parts) {
        Row open = last;
        if (open != null) {
            hold(open, open.seenUntil());
            last = null;
        }
        Duration whole = Duration.between(from, to);
        return IntStream.range(0, parts)
                .mapToObj(part -> between(
                        from.plus(whole.multipliedBy(part).dividedBy(parts)),
                        from.plus(whole.multipliedBy(part + 1L).dividedBy(parts))))
                .toList();
    }

    private Uptime between(Instant from, Instant to) {
        Map<Verdict, Duration> spent = new EnumMap<>(Verdict.class);
        Duration unknown = Duration.between(from, to);
        for (Held time : held) {
            Duration within = time.within(from, to);
            spent.merge(time.verdict(), within, Duration::plus);
            unknown = unknown.minus(within);
        }
        spent.merge(Verdict.UNKNOWN, unknown, Duration::plus);
        return new Uptime(from, to, spent);
    }

    private void hold(Row row, Instant until) {
        Instant end = until.isAfter(row.seenUntil()) ? row.seenUntil() : until;
        Instant start = row.at().isAfter(covered) ? row.at() : covered;
        if (start.isBefore(end)) {
            row.to().ifPresent(verdict -> held.add(new Held(verdict, start, end)));
            covered = end;
        }
    }
}
