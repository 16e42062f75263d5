package io.github.nodesonde.web;

import io.github.nodesonde.api.NodeDetail;
import io.github.nodesonde.api.NodeSummaryJson;
import io.github.nodesonde.api.Overview;
import io.github.nodesonde.api.ProgressJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a node shows.
 *
 * @param facts what is known of it in single words
 * @param series where its series alone are printed
 */
record NodePageView(
        NodeRow node,
        String network,
        String type,
        Instant asOf,
        String clock,
        List<FindingRow> findings,
        List<Shown.Labelled> facts,
        List<Topic> topics,
        List<ProbeRow> probes,
        List<ReadingRow> readings,
        Optional<String> series) {

    static NodePageView of(NodeDetail detail) {
        NodeSummaryJson summary = detail.node().summary();
        Instant asOf = detail.asOf();
        var reader = new TopicReader(detail.neighbours());
        var facts = new ArrayList<Shown.Labelled>();
        facts.addAll(progress(summary.progress()));
        facts.addAll(Topic.facts(detail.topics(), reader));
        return new NodePageView(
                NodeRow.of(new Overview.Entry(summary, detail.brief()), asOf),
                summary.network(),
                summary.type(),
                asOf,
                Phrases.clock(asOf),
                FindingRow.of(summary.findings(), asOf),
                facts,
                Topic.of(detail.topics(), reader),
                detail.node().probes().stream()
                        .map(probe -> ProbeRow.of(probe, asOf))
                        .toList(),
                detail.node().readings().stream()
                        .map(reading -> ReadingRow.of(reading, asOf))
                        .toList(),
                detail.series());
    }

    private static List<Shown.Labelled> progress(@Nullable ProgressJson progress) {
        if (progress == null) {
            return List.of();
        }
        return List.of(
                fact("head", progress.head()),
                fact("target", progress.target()),
                fact("synced", Phrases.yesOrNo(progress.synced())),
                fact("synced, by its own word", Phrases.yesOrNo(progress.syncedReported())),
                fact("synced, by its head", Phrases.yesOrNo(progress.syncedDerived())));
    }

    private static Shown.Labelled fact(String label, @Nullable Object value) {
        return new Shown.Labelled(label, new Shown.Words(value == null ? "not told" : value.toString()));
    }
}
