package io.github.nodesonde.web;

import io.github.nodesonde.api.FindingJson;
import io.github.nodesonde.api.NodeSummaryJson;
import io.github.nodesonde.api.Overview;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One node on the page.
 *
 * @param lasting how long the verdict has stood
 * @param cause the first finding; null when there is none
 * @param further the other findings
 * @param brief what its topics say in brief
 * @param age how old the newest answer is, in words
 * @param answeredAt when it came; null until there was one
 */
record NodeRow(
        String id,
        String verdict,
        String lasting,
        Instant since,
        @Nullable FindingJson cause,
        List<FindingJson> further,
        Optional<String> software,
        Optional<String> head,
        Optional<String> distance,
        String age,
        @Nullable Instant answeredAt,
        List<String> labels,
        List<String> brief) {

    static NodeRow of(Overview.Entry entry, Instant asOf) {
        NodeSummaryJson node = entry.node();
        List<FindingJson> findings = node.findings();
        return new NodeRow(
                node.id(),
                node.verdict(),
                Phrases.lasting(node.since(), asOf),
                node.since(),
                findings.isEmpty() ? null : findings.getFirst(),
                findings.stream().skip(1).toList(),
                Phrases.software(node.software()),
                Phrases.head(node.progress()),
                Phrases.distance(node.progress()),
                Phrases.ago(node.ageSeconds()),
                node.asOf(),
                node.labels().entrySet().stream().map(Phrases::label).toList(),
                entry.brief());
    }

    /** Whether nothing is to be said of it. */
    boolean isCalm() {
        return verdict.equals("up") && cause == null;
    }
}
