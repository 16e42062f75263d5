package io.github.nodesonde.history;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.health.VerdictCause;
import io.github.nodesonde.node.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compares judgements with those before. Not thread-safe. */
final class VerdictTracker {

    private @Nullable Judgements followed;

    /** What is otherwise than at the call before; at the first, everything. */
    List<Entry.Change> follow(Judgements now, Instant at) {
        Optional<Judgements> before = Optional.ofNullable(followed);
        followed = now;
        var changes = new Changes(at, new ArrayList<>());
        changes.compare(
                Subject.FLEET, before.map(Judgements::verdict), Optional.of(now.verdict()), () -> VerdictCause.of(now));
        now.networks()
                .forEach((name, network) -> changes.compare(
                        Subject.of(network.network()),
                        before.flatMap(then ->
                                        Optional.ofNullable(then.networks().get(name)))
                                .map(NetworkJudgement::verdict),
                        Optional.of(network.verdict()),
                        () -> VerdictCause.of(network)));
        Collection<NodeJudgement> renewed = before.<Collection<NodeJudgement>>map(now::renewedSince)
                .orElse(now.nodes().values());
        renewed.forEach(node -> changes.compare(
                Subject.of(node.seen().node()),
                before.flatMap(then -> Optional.ofNullable(
                                then.nodes().get(node.seen().node().id())))
                        .map(NodeJudgement::verdict),
                Optional.of(node.verdict()),
                () -> VerdictCause.of(node.findings(), node.verdict())));
        before.filter(then -> then.fleet() != now.fleet()).ifPresent(then -> changes.gone(then, now));
        return changes.found();
    }

    /** Lets the next call tell everything again. */
    void forget() {
        followed = null;
    }

    private record Changes(Instant at, List<Entry.Change> found) {

        void compare(
                Subject subject,
                Optional<Verdict> before,
                Optional<Verdict> now,
                Supplier<Optional<VerdictCause>> why) {
            if (!before.equals(now)) {
                Optional<VerdictCause> cause = why.get();
                found.add(new Entry.Change(
                        subject,
                        new VerdictChange(
                                at, before, now, cause.flatMap(VerdictCause::rule), cause.map(VerdictCause::because))));
            }
        }

        /** What is watched no more. */
        void gone(Judgements before, Judgements now) {
            before.networks().forEach((name, network) -> {
                if (!now.networks().containsKey(name)) {
                    gone(Subject.of(network.network()), network.verdict());
                }
            });
            before.nodes().forEach((id, node) -> {
                if (!now.nodes().containsKey(id)) {
                    gone(Subject.of(node.seen().node()), node.verdict());
                }
            });
        }

        private void gone(Subject subject, Verdict before) {
            compare(subject, Optional.of(before), Optional.empty(), Optional::empty);
        }
    }
}
