package io.github.nodesonde.health;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges nodes one by one: by every rule for their kind, and by what the lens found on them. */
final class NodeRules {

    private final List<HealthRule> rules;
    private final OwnFaults faults;

    NodeRules(Collection<HealthRule> rules, OwnFaults faults) {
        this.rules = List.copyOf(rules);
        this.faults = faults;
    }

    /**
     * Judges the nodes of a network, in their order. One in maintenance is judged all the same, and shows what was found, but
     * none of it makes its verdict. One with nothing new about it keeps the very judgement it had: in a large fleet most nodes
     * do, from one judging to the next.
     *
     * @param before the nodes of the whole fleet
     * @param mayStand whether what stood was judged by the same settings of the network
     */
    @SuppressWarnings("ReferenceEquality") // The log hands out the same snapshot again where nothing is new.
    List<NodeJudgement> judge(NetworkSnapshot network, Sight sight, JudgedNodes before, boolean mayStand) {
        List<NodeSnapshot> nodes = network.nodes();
        List<NodeJudgement> stood = before.of(network.network().name());
        var judged = new ArrayList<NodeJudgement>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            NodeSnapshot seen = nodes.get(i);
            NodeView view = sight.nodes().get(i);
            // By its place and not by its id: looking up ten thousand ids took longer than judging who was asked again.
            @Nullable
            NodeJudgement candidate = i < stood.size() && isOf(seen, stood.get(i))
                    ? stood.get(i)
                    : before.get(seen.node().id());
            judged.add(
                    mayStand
                                    && candidate != null
                                    && candidate.seen() == seen
                                    && isAsBefore(candidate, view, network, sight)
                            ? candidate
                            : judgeAnew(seen, view, network, sight, Optional.ofNullable(candidate)));
        }
        return judged;
    }

    @SuppressWarnings("ReferenceEquality") // Nodes are replaced whole; most snapshots need not be looked into.
    private static boolean isOf(NodeSnapshot seen, NodeJudgement stood) {
        return stood.seen() == seen || stood.seen().node() == seen.node();
    }

    @SuppressWarnings("ReferenceEquality") // A view that is the very same need not be compared.
    private static boolean isAsBefore(NodeJudgement stood, NodeView view, NetworkSnapshot network, Sight sight) {
        return sight.failed().isEmpty()
                && (stood.verdict() == Verdict.MAINTENANCE) == isInMaintenance(stood.seen(), network)
                && (stood.view() == view || stood.view().equals(view))
                && sight.findings(stood.seen()).isEmpty()
                && !restsOnLensOrFault(stood.findings(), sight)
                && stood.derived().equals(sight.derived(stood.seen()));
    }

    private static boolean restsOnLensOrFault(List<Finding> findings, Sight sight) {
        for (Finding finding : findings) {
            if (sight.isOfLens(finding) || finding.rule().equals(OwnFaults.RULE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInMaintenance(NodeSnapshot seen, NetworkSnapshot network) {
        return !network.inMaintenance().isEmpty()
                && network.inMaintenance().contains(seen.node().id());
    }

    private NodeJudgement judgeAnew(
            NodeSnapshot seen, NodeView view, NetworkSnapshot network, Sight sight, Optional<NodeJudgement> before) {
        var standing = new Standing(before.map(NodeJudgement::findings).orElse(List.of()));
        List<Finding> findings = standing.carryOn(found(seen, network.network(), sight, standing), network.asOf());
        Verdict verdict = isInMaintenance(seen, network) ? Verdict.MAINTENANCE : verdict(findings);
        Instant since = before.filter(stood -> stood.verdict() == verdict)
                .map(NodeJudgement::since)
                .orElse(network.asOf());
        return new NodeJudgement(seen, view, verdict, since, findings, sight.derived(seen));
    }

    /** The verdict of a node: the worst of its findings; without one, up. */
    static Verdict verdict(List<Finding> findings) {
        return Verdict.worst(findings.stream().map(Finding::verdict)).orElse(Verdict.UP);
    }

    private List<Finding> found(NodeSnapshot seen, Network network, Sight sight, Standing standing) {
        var found = new ArrayList<>(sight.findings(seen));
        var failed = new ArrayList<>(sight.failed().stream().toList());
        for (HealthRule rule : rules) {
            try {
                if (rule.appliesTo(network.type())) {
                    rule.judge(seen, network, sight.view(), standing.of(rule.rule()))
                            .ifPresent(found::add);
                }
            } catch (RuntimeException | StackOverflowError fault) {
                String culprit = "rule " + rule.rule();
                faults.tell(culprit, fault);
                failed.add(culprit);
            }
        }
        if (!failed.isEmpty()) {
            found.add(OwnFaults.finding(Subject.of(seen.node()), failed, seen.asOf()));
        }
        return found;
    }
}
