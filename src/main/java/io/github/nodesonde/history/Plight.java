package io.github.nodesonde.history;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.health.VerdictCause;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a node or a network is, as incidents see it.
 *
 * @param cause empty where it is well
 */
record Plight(Verdict verdict, Optional<VerdictCause> cause, boolean bad) {

    /** What is not well. */
    static Stream<Place> bad(Judgements now) {
        return Stream.concat(
                now.nodes().values().stream()
                        .filter(node -> isBad(node.verdict()))
                        .map(Place::of),
                now.networks().values().stream()
                        .filter(network -> of(network).bad())
                        .map(Place::of));
    }

    /** How it is there; empty when nothing of that name is watched there. */
    static Optional<Plight> at(Place place, Judgements now) {
        return switch (place.subject()) {
            case Subject.OfNode(NodeId id) ->
                Optional.ofNullable(now.nodes().get(id))
                        .filter(node -> Place.of(node).equals(place))
                        .map(Plight::of);
            case Subject.OfNetwork(String name) ->
                Optional.ofNullable(now.networks().get(name)).map(Plight::of);
            case Subject.OfFleet _ -> Optional.empty();
        };
    }

    private static Plight of(NodeJudgement node) {
        return new Plight(node.verdict(), VerdictCause.of(node.findings(), node.verdict()), isBad(node.verdict()));
    }

    /** A network that is degraded only because a node of it is not well has no incident of its own: the node has it. */
    private static Plight of(NetworkJudgement network) {
        boolean byNodes = network.verdict() == Verdict.DEGRADED
                && VerdictCause.of(network.findings(), network.verdict()).isEmpty();
        return new Plight(network.verdict(), VerdictCause.of(network), isBad(network.verdict()) && !byNodes);
    }

    private static boolean isBad(Verdict verdict) {
        return verdict != Verdict.UP && verdict != Verdict.MAINTENANCE;
    }

    Optional<String> rule() {
        return cause.flatMap(VerdictCause::rule);
    }

    String because() {
        return cause.map(VerdictCause::because).orElse(verdict.label());
    }

    /** What an incident is of. */
    record Place(Subject subject, String network) {

        static Place of(NodeJudgement judged) {
            var node = judged.seen().node();
            return new Place(Subject.of(node), node.network());
        }

        static Place of(NetworkJudgement judged) {
            return new Place(Subject.of(judged.network()), judged.network().name());
        }
    }
}
