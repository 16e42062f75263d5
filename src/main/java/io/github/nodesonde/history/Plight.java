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
 * @param untold whether it is unknown only for not having been asked yet, as after a start: nothing was found wrong
 */
record Plight(Verdict verdict, Optional<VerdictCause> cause, boolean bad, boolean untold) {

    /** What is not well. */
    static Stream<Place> bad(Judgements now) {
        return Stream.concat(
                now.nodes().values().stream().filter(Plight::isBad).map(Place::of),
                now.networks().values().stream()
                        .filter(network -> of(network, now).bad())
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
                Optional.ofNullable(now.networks().get(name)).map(network -> of(network, now));
            case Subject.OfFleet _ -> Optional.empty();
        };
    }

    private static Plight of(NodeJudgement node) {
        return new Plight(
                node.verdict(),
                VerdictCause.of(node.findings(), node.verdict()),
                isBad(node.verdict()),
                isUntold(node));
    }

    /** A network that is degraded only because a node of it is not well has no incident of its own: the node has it. */
    private static Plight of(NetworkJudgement network, Judgements now) {
        boolean byNodes = VerdictCause.of(network.findings(), network.verdict()).isEmpty();
        return new Plight(
                network.verdict(),
                VerdictCause.of(network),
                isBad(network.verdict()) && !(byNodes && network.verdict() == Verdict.DEGRADED),
                byNodes
                        && network.verdict() == Verdict.UNKNOWN
                        && now.nodesOf(network.network().name()).anyMatch(Plight::isUntold));
    }

    private static boolean isUntold(NodeJudgement node) {
        return node.verdict() == Verdict.UNKNOWN && node.seen().rounds().isEmpty();
    }

    static boolean isBad(NodeJudgement node) {
        return isBad(node.verdict());
    }

    private static boolean isBad(Verdict verdict) {
        return verdict != Verdict.UP && verdict != Verdict.MAINTENANCE;
    }

    /** What was found is worse than not to have been asked, whatever it is. */
    boolean isWorseThan(Plight other) {
        return untold == other.untold ? verdict.compareTo(other.verdict) > 0 : other.untold;
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
