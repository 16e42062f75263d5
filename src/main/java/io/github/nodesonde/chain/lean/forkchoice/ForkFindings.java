package io.github.nodesonde.chain.lean.forkchoice;

import static java.util.stream.Collectors.joining;

import io.github.nodesonde.chain.lean.forkchoice.FinalityConflicts.Conflict;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with a network by its fork choices, and with nodes of it. */
record ForkFindings(Network network, ForkLimits limits, Instant asOf) {

    static final Set<String> RULES = Set.of("fork", "finality-conflict", "finality-stall", "stuck");

    private static final int NODES_NAMED = 3;
    private static final int GROUPS_NAMED = 4;

    /** @param undecidable why of each such node */
    List<Finding> of(FinalityTopic finality, ForksTopic forks, Map<NodeId, String> undecidable) {
        return Stream.of(
                        fork(forks).stream(),
                        conflict(finality.conflicts()).stream(),
                        stall(finality).stream(),
                        undecidable.entrySet().stream().map(node -> stuck(node.getKey(), node.getValue())))
                .flatMap(findings -> findings)
                .toList();
    }

    private Optional<Finding> fork(ForksTopic forks) {
        if (forks.state() != ForksTopic.State.FORKED) {
            return Optional.empty();
        }
        String parting = forks.commonSlot()
                .flatMap(slot -> forks.commonRoot().map(root -> "part above slot " + slot + " (" + brief(root) + "): "))
                .orElse("part below what is told: ");
        String chains = forks.groups().stream()
                .limit(GROUPS_NAMED)
                .map(group ->
                        names(group.nodes()) + " at slot " + group.headSlot() + " (" + brief(group.headRoot()) + ")")
                .collect(joining("; "));
        return Optional.of(finding("fork", Verdict.DEGRADED, forks.groups().size() + " chains " + parting + chains)
                .measured(forks.groups().size(), 1));
    }

    private Optional<Finding> conflict(List<Conflict> conflicts) {
        return conflicts.stream()
                .findFirst()
                .map(first -> finding(
                        "finality-conflict",
                        Verdict.DOWN,
                        "slot " + first.slot() + " is finalized, and has "
                                + first.roots().stream()
                                        .limit(GROUPS_NAMED)
                                        .map(held -> "root " + brief(held.root()) + " with " + names(held.nodes()))
                                        .collect(joining(", "))
                                + (conflicts.size() > 1 ? "; and so " + (conflicts.size() - 1) + " more slots" : "")));
    }

    private Optional<Finding> stall(FinalityTopic finality) {
        return finality.stalled()
                .filter(holds -> holds)
                .flatMap(_ -> finality.lagSlots())
                .flatMap(lag -> finality.finalizedSlot()
                        .map(slot -> finding(
                                        "finality-stall",
                                        Verdict.DEGRADED,
                                        "the highest finalized slot " + slot + " is " + lag
                                                + " behind the highest head")
                                .measured((double) lag, (double) limits.finalityStallSlots())));
    }

    private Finding stuck(NodeId node, String because) {
        return Finding.of(new Subject.OfNode(node), "stuck", Verdict.DEGRADED, because, asOf);
    }

    private Finding finding(String rule, Verdict verdict, String because) {
        return Finding.of(Subject.of(network), rule, verdict, because, asOf);
    }

    private static String names(List<String> nodes) {
        String named = nodes.stream().limit(NODES_NAMED).collect(joining(", "));
        return nodes.size() > NODES_NAMED ? named + " and " + (nodes.size() - NODES_NAMED) + " more" : named;
    }

    private static String brief(String root) {
        return Root.parse(root).map(Root::abbreviated).orElse(root);
    }
}
