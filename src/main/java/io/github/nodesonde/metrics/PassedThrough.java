package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.ProbeResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What nodes print themselves and we hand on, while it is fresh: within limits for each node and for all together, and with
 * what is left out counted. Series that were there at the last judging stay, as long as the node prints them; so what a
 * limit cuts is what came last. Thread-safe.
 */
@Component
final class PassedThrough {

    private final PassageRules rules;
    private final int mostOfNode;
    private final int mostOfAll;
    private final Map<NodeId, Passage> newest = new ConcurrentHashMap<>();
    private int passing;

    PassedThrough(PassageRules rules, PassthroughProperties properties) {
        this.rules = rules;
        this.mostOfNode = Math.min(properties.maxSeriesPerNode(), properties.maxSeries());
        this.mostOfAll = properties.maxSeries();
    }

    /** Decides anew for these nodes, which may have printed something new. */
    synchronized void follow(Collection<NodeJudgement> renewed) {
        for (NodeJudgement node : renewed) {
            NodeId id = node.seen().node().id();
            Passage before = before(id);
            Passage after = passage(node, before, before.series() + mostOfAll - passing);
            passing += after.series() - before.series();
            newest.put(id, after);
        }
    }

    /** Forgets the nodes that are gone: what they had is for the others. */
    synchronized void retain(Set<NodeId> nodes) {
        newest.keySet().retainAll(nodes);
        passing = newest.values().stream().mapToInt(Passage::series).sum();
    }

    /** Whether a family of such a page is handed on. */
    boolean passes(Family family) {
        return rules.passes(family);
    }

    /**
     * The pages of one node, within the limits, with families in them that do not pass; of judgements that were not followed,
     * without regard to other nodes.
     */
    Stream<Page> of(NodeJudgement node) {
        return passage(node).pages().stream();
    }

    /** The same, with what is told of it. */
    Passage passage(NodeJudgement node) {
        Passage before = before(node.seen().node().id());
        return passage(node, before, mostOfAll);
    }

    private Passage passage(NodeJudgement node, Passage before, int room) {
        List<Page> told = node.seen()
                .fresh()
                .flatMap(probe -> probe.answer().flatMap(ProbeResult.Answered::page).stream())
                .toList();
        return before.isOf(told) ? before : rules.apply(told, before, mostOfNode, room);
    }

    private Passage before(NodeId id) {
        return newest.getOrDefault(id, Passage.NONE);
    }
}
