package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.client.Told;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often the head of a node fell though its process ran on.
 *
 * @param count since it is watched, or was watched anew
 * @param until end of the newest round that was looked at
 */
public record HeadFalls(long count, Instant until) {

    /**
     * A fall of the head from one round to a later one.
     *
     * @param at end of the round that showed it
     */
    public record Fall(long from, long to, Instant at) {}

    /** The same, dated so much later. */
    HeadFalls later(Duration by) {
        return new HeadFalls(count, until.plus(by));
    }

    /** This after the rounds that came since; of no round that told a head there is nothing to count. */
    static Optional<HeadFalls> after(Optional<HeadFalls> before, NodeSnapshot seen, long allowed) {
        if (seen.rounds().isEmpty()) {
            return before;
        }
        Instant newest = seen.rounds().getFirst().endedAt();
        if (before.isEmpty()) {
            return Told.by(seen, NodeSignals.SLOT_HEAD).map(_ -> new HeadFalls(0, newest));
        }
        if (!newest.isAfter(before.get().until())) {
            return before;
        }
        long more = in(seen, allowed).stream()
                .filter(fall -> fall.at().isAfter(before.get().until()))
                .count();
        return Optional.of(new HeadFalls(before.get().count() + more, newest));
    }

    /**
     * The falls in the rounds that are kept, the newest first. Between two rounds a process that tells when it started, and
     * told another time before, has restarted; so may one that does not tell, if it did not answer in between.
     *
     * @param allowed a head may fall by so many slots
     */
    public static List<Fall> in(NodeSnapshot seen, long allowed) {
        var falls = new ArrayList<Fall>();
        Optional<Sighting> later = Optional.empty();
        boolean gap = false;
        for (Round round : seen.rounds()) {
            Optional<Double> head = Told.in(round, NodeSignals.SLOT_HEAD);
            if (head.isEmpty()) {
                gap |= !round.answered();
                continue;
            }
            var now = new Sighting(
                    head.get().longValue(), Told.in(round, NodeSignals.PROCESS_START_TIME), round.endedAt());
            if (later.isPresent() && now.head() - later.get().head() > allowed && now.isStill(later.get(), gap)) {
                falls.add(new Fall(now.head(), later.get().head(), later.get().at()));
            }
            later = Optional.of(now);
            gap = false;
        }
        return falls;
    }

    private record Sighting(long head, Optional<Double> startedAt, Instant at) {

        boolean isStill(Sighting later, boolean gap) {
            return startedAt.isPresent() && later.startedAt.isPresent() ? startedAt.equals(later.startedAt) : !gap;
        }
    }
}
