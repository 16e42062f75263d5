package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private volatile Map<NodeId, Passage> newest = Map.of();

    PassedThrough(PassageRules rules, PassthroughProperties properties) {
        this.rules = rules;
        this.mostOfNode = Math.min(properties.maxSeriesPerNode(), properties.maxSeries());
        this.mostOfAll = properties.maxSeries();
    }

    /** Decides anew for the nodes that printed something new, and forgets those that are gone. */
    synchronized void follow(Judgements now) {
        var passages = new HashMap<NodeId, Passage>();
        int room = mostOfAll
                - now.nodes().keySet().stream()
                        .mapToInt(id -> before(id).series())
                        .sum();
        for (Map.Entry<NodeId, NodeJudgement> node : now.nodes().entrySet()) {
            Passage before = before(node.getKey());
            Passage after = passage(node.getValue(), before, before.series() + room);
            room += before.series() - after.series();
            passages.put(node.getKey(), after);
        }
        newest = Map.copyOf(passages);
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

    /** What is told of that; nothing while the node has printed no page. */
    Stream<Reading> readings(NodeJudgement node) {
        Passage passage = passage(node);
        if (passage.told().isEmpty()) {
            return Stream.empty();
        }
        Subject subject = Subject.of(node.seen().node());
        Stream<Reading> leftOut = passage.leftOut().entrySet().stream()
                .map(entry -> reading(subject, OwnSignals.LEFT_OUT_SERIES, entry.getValue())
                        .with("reason", entry.getKey()));
        Stream<Reading> cut = passage.cutValues() == 0
                ? Stream.empty()
                : Stream.of(reading(subject, OwnSignals.CUT_LABEL_VALUES, passage.cutValues()));
        return Stream.of(Stream.of(reading(subject, OwnSignals.PASSED_SERIES, passage.series())), leftOut, cut)
                .flatMap(readings -> readings);
    }

    private static Reading reading(Subject subject, Signal signal, int value) {
        return Reading.derived(subject, signal, value, signal.help());
    }

    private Passage passage(NodeJudgement node) {
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
