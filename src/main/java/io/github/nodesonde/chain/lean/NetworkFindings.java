package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.network.HeadTopic;
import io.github.nodesonde.chain.lean.network.LeanNetwork;
import io.github.nodesonde.chain.lean.network.QuorumTopic;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with a lean network as a whole. */
final class NetworkFindings {

    static final Set<String> RULES = Set.of("chain-stall", "no-quorum", "no-aggregator");

    private NetworkFindings() {}

    static List<Finding> of(LeanNetwork seen, Network network) {
        return Stream.of(chainStall(seen, network), noQuorum(seen, network), noAggregator(seen, network))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> chainStall(LeanNetwork seen, Network network) {
        HeadTopic head = seen.head();
        return head.lagSlots()
                .filter(_ -> seen.isLastinglyStalled())
                .flatMap(lag -> head.maxSlot()
                        .map(max -> Finding.of(
                                        Subject.of(network),
                                        "chain-stall",
                                        Verdict.DOWN,
                                        "the highest head, slot " + max + ", is " + lag + " behind the wall slot",
                                        seen.asOf())
                                .measured(lag.doubleValue(), (double)
                                        seen.settings().heads().chainStallSlots())));
    }

    private static Optional<Finding> noQuorum(LeanNetwork seen, Network network) {
        QuorumTopic quorum = seen.quorum();
        return quorum.ratio()
                .filter(_ -> !quorum.met().orElse(true))
                .map(ratio -> Finding.of(
                                Subject.of(network),
                                "no-quorum",
                                Verdict.DEGRADED,
                                "synced nodes run " + quorum.present().orElse(0L) + " of "
                                        + quorum.validators().orElse(0L) + " validators, less than two thirds",
                                seen.asOf())
                        .measured(ratio, quorum.threshold()));
    }

    private static Optional<Finding> noAggregator(LeanNetwork seen, Network network) {
        int asked = seen.aggregators().asked();
        return seen.isLastinglyWithoutAggregator()
                ? Optional.of(Finding.of(
                                Subject.of(network),
                                "no-aggregator",
                                Verdict.DEGRADED,
                                "none of " + asked + " nodes that tell aggregates attestations",
                                seen.asOf())
                        .measured(0, 1))
                : Optional.empty();
    }
}
