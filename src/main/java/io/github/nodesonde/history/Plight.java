package io.github.nodesonde.history;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.health.VerdictCause;
import io.github.nodesonde.node.Subject;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * How a node or a network is, as incidents see it.
 *
 * @param cause empty where it is well
 */
record Plight(Verdict verdict, Optional<VerdictCause> cause, boolean bad) {

    /** Tells it of every node and network. */
    static void forEach(Judgements now, BiConsumer<Place, Plight> each) {
        now.nodes().values().forEach(node -> each.accept(Place.of(node), of(node)));
        now.networks().values().forEach(network -> each.accept(Place.of(network), of(network)));
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
