package io.github.nodesonde.api;

import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One node in a list.
 *
 * @param since when it got this verdict
 * @param asOf when its newest answer came
 * @param ageSeconds how old that answer was when it was judged
 */
public record NodeSummaryJson(
        String id,
        String type,
        String network,
        SortedMap<String, String> labels,
        String verdict,
        Instant since,
        @Nullable Instant asOf,
        @Nullable Double ageSeconds,
        SoftwareJson software,
        @Nullable ProgressJson progress,
        List<FindingJson> findings) {

    /** @param now as of when the judgements are: of a node about which nothing is new the snapshot may be older */
    static NodeSummaryJson of(NodeJudgement judged, Instant now) {
        Node node = judged.seen().node();
        Optional<Instant> answeredAt = judged.seen().answeredAt();
        return new NodeSummaryJson(
                node.id().value(),
                node.type(),
                node.network(),
                node.labels(),
                judged.verdict().label(),
                judged.since(),
                answeredAt.orElse(null),
                answeredAt.map(at -> Seconds.between(at, now)).orElse(null),
                SoftwareJson.of(judged.view().software()),
                ProgressJson.of(judged.view().progress()),
                FindingJson.of(judged.findings()));
    }
}
