package io.github.nodesonde.history;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.health.VerdictCause;
import io.github.nodesonde.node.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Compares judgements with those before. Not thread-safe. */
final class VerdictTracker {

    private final Map<Subject, Verdict> held = new HashMap<>();

    /** What is otherwise than at the call before; at the first, everything. */
    List<Entry.Change> follow(Judgements now, Instant at) {
        var changes = new ArrayList<Entry.Change>();
        var gone = new HashSet<>(held.keySet());
        var comparison = new Comparison(at, changes, gone);
        comparison.compare(Subject.FLEET, now.verdict(), () -> VerdictCause.of(now));
        now.networks()
                .values()
                .forEach(network -> comparison.compare(
                        Subject.of(network.network()), network.verdict(), () -> VerdictCause.of(network)));
        now.nodes()
                .values()
                .forEach(node -> comparison.compare(
                        Subject.of(node.seen().node()),
                        node.verdict(),
                        () -> VerdictCause.of(node.findings(), node.verdict())));
        gone.forEach(subject -> changes.add(new Entry.Change(
                subject,
                new VerdictChange(
                        at,
                        Optional.ofNullable(held.remove(subject)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))));
        return changes;
    }

    /** Lets the next call tell everything again. */
    void forget() {
        held.clear();
    }

    private final class Comparison {

        private final Instant at;
        private final List<Entry.Change> changes;
        private final Set<Subject> gone;

        Comparison(Instant at, List<Entry.Change> changes, Set<Subject> gone) {
            this.at = at;
            this.changes = changes;
            this.gone = gone;
        }

        void compare(Subject subject, Verdict verdict, Supplier<Optional<VerdictCause>> why) {
            gone.remove(subject);
            Optional<Verdict> before = Optional.ofNullable(held.put(subject, verdict));
            if (before.isEmpty() || before.get() != verdict) {
                Optional<VerdictCause> cause = why.get();
                changes.add(new Entry.Change(
                        subject,
                        new VerdictChange(
                                at,
                                before,
                                Optional.of(verdict),
                                cause.flatMap(VerdictCause::rule),
                                cause.map(VerdictCause::because))));
            }
        }
    }
}
