package io.github.nodesonde.health;

import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything we hold, at one instant. Immutable; every reader sees the same.
 *
 * @param version grows by one with each judging
 * @param policy when a network counts as down, where it does not say itself
 * @param findings of the fleet itself, worst first
 */
public record Judgements(
        long version,
        Instant asOf,
        Fleet fleet,
        Verdict verdict,
        DownWhen policy,
        Counts counts,
        List<Finding> findings,
        SortedMap<String, NetworkJudgement> networks,
        SortedMap<NodeId, NodeJudgement> nodes) {

    public Judgements {
        findings = List.copyOf(findings);
        networks = Collections.unmodifiableSortedMap(new TreeMap<>(networks));
        nodes = JudgedNodes.copyOf(nodes);
    }

    /** The same to judge on from, the clock having been set by so much: what lenses remember is dated anew. */
    Judgements later(Duration by) {
        var dated = new TreeMap<String, NetworkJudgement>();
        networks.forEach((name, network) -> dated.put(name, network.later(by)));
        return new Judgements(version, asOf, fleet, verdict, policy, counts, findings, dated, nodes);
    }

    /** The nodes that were judged anew since these judgements, or are new; by id. Those that have their very judgement still are left out. */
    public List<NodeJudgement> renewedSince(Judgements before) {
        return JudgedNodes.copyOf(nodes).renewedSince(JudgedNodes.copyOf(before.nodes));
    }

    /** The nodes of a network, by id. */
    public Stream<NodeJudgement> nodesOf(String network) {
        return JudgedNodes.copyOf(nodes).of(network).stream();
    }
}
