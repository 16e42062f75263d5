package io.github.nodesonde.health;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Judges nodes one by one: by every rule for their kind, and by what the lens found on them. */
final class NodeRules {

    private final List<HealthRule> rules;
    private final OwnFaults faults;

    NodeRules(Collection<HealthRule> rules, OwnFaults faults) {
        this.rules = List.copyOf(rules);
        this.faults = faults;
    }

    /**
     * One in maintenance is judged all the same, and shows what was found, but none of it makes its verdict. One with
     * nothing new about it keeps the very judgement it had: in a large fleet most nodes do, from one judging to the next.
     */
    @SuppressWarnings("ReferenceEquality") // The log hands out the same snapshot again where nothing is new.
    NodeJudgement judge(NodeSnapshot seen, NetworkSnapshot network, Sight sight, Optional<NodeJudgement> before) {
        return before.filter(stood -> stood.seen() == seen && isAsBefore(stood, network, sight))
                .orElseGet(() -> judgeAnew(seen, network, sight, before));
    }

    private static boolean isAsBefore(NodeJudgement stood, NetworkSnapshot network, Sight sight) {
        Node node = stood.seen().node();
        Subject subject = Subject.of(node);
        return sight.failed().isEmpty()
                && !sight.finds(subject)
                && stood.findings().stream()
                        .noneMatch(finding ->
                                sight.isOfLens(finding) || finding.rule().equals(OwnFaults.RULE))
                && (stood.verdict() == Verdict.MAINTENANCE)
                        == network.inMaintenance().contains(node.id())
                && stood.view().equals(sight.node(node.id()))
                && stood.derived().equals(sight.derived(subject));
    }

    private NodeJudgement judgeAnew(
            NodeSnapshot seen, NetworkSnapshot network, Sight sight, Optional<NodeJudgement> before) {
        Node node = seen.node();
        var standing = new Standing(before.map(NodeJudgement::findings).orElse(List.of()));
        List<Finding> findings = standing.carryOn(found(seen, network.network(), sight, standing).stream());
        Verdict verdict = network.inMaintenance().contains(node.id()) ? Verdict.MAINTENANCE : verdict(findings);
        Instant since = before.filter(stood -> stood.verdict() == verdict)
                .map(NodeJudgement::since)
                .orElse(seen.asOf());
        return new NodeJudgement(
                seen, sight.node(node.id()), verdict, since, findings, sight.derived(Subject.of(node)));
    }

    /** The verdict of a node: the worst of its findings; without one, up. */
    static Verdict verdict(List<Finding> findings) {
        return Verdict.worst(findings.stream().map(Finding::verdict)).orElse(Verdict.UP);
    }

    private List<Finding> found(NodeSnapshot seen, Network network, Sight sight, Standing standing) {
        Subject subject = Subject.of(seen.node());
        var found = new ArrayList<>(sight.findings(subject));
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
            found.add(OwnFaults.finding(subject, failed, seen.asOf()));
        }
        return found;
    }
}
