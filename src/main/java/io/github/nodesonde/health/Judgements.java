package io.github.nodesonde.health;

import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** The nodes that were judged anew since these judgements, or are new; by id. Those that have their very judgement still are left out. */
    @SuppressWarnings("ReferenceEquality") // Comparing what two judgements hold would cost as much as judging.
    public List<NodeJudgement> renewedSince(Judgements before) {
        var renewed = new ArrayList<NodeJudgement>();
        Iterator<NodeJudgement> earlier = before.nodes.values().iterator();
        @Nullable NodeJudgement candidate = next(earlier);
        for (NodeJudgement node : nodes.values()) {
            // Both by id: one walk, where a look-up for each of ten thousand nodes took milliseconds.
            while (candidate != null && candidate != node && id(candidate).compareTo(id(node)) < 0) {
                candidate = next(earlier);
            }
            if (candidate == node) {
                candidate = next(earlier);
            } else {
                renewed.add(node);
            }
        }
        return renewed;
    }

    private static @Nullable NodeJudgement next(Iterator<NodeJudgement> earlier) {
        return earlier.hasNext() ? earlier.next() : null;
    }

    private static NodeId id(NodeJudgement node) {
        return node.seen().node().id();
    }

    /** The nodes of a network, by id. */
    public Stream<NodeJudgement> nodesOf(String network) {
        return JudgedNodes.copyOf(nodes).of(network).stream();
    }
}
