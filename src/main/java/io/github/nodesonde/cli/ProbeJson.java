package io.github.nodesonde.cli;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NodeJudgement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report of a probe for programs. What is unknown is null. */
record ProbeJson(
        String id,
        String type,
        String network,
        String verdict,
        List<FindingJson> findings,
        List<AskedJson> probes,
        String series) {

    static ProbeJson of(ProbeReport report) {
        NodeJudgement judged = report.node();
        var node = judged.seen().node();
        return new ProbeJson(
                node.id().value(),
                node.type(),
                node.network(),
                judged.verdict().label(),
                judged.findings().stream().map(FindingJson::of).toList(),
                report.probes().stream().map(AskedJson::of).toList(),
                report.series());
    }

    record FindingJson(
            String rule,
            String verdict,
            String because,
            @Nullable Double observed,
            @Nullable Double threshold) {

        private static FindingJson of(Finding finding) {
            return new FindingJson(
                    finding.rule(),
                    finding.verdict().label(),
                    finding.because(),
                    finding.observed().orElse(null),
                    finding.threshold().orElse(null));
        }
    }

    record AskedJson(
            String name,
            String state,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Double durationSeconds) {

        private static AskedJson of(ProbeReport.Asked probe) {
            return new AskedJson(
                    probe.name(),
                    probe.state(),
                    probe.reason().orElse(null),
                    probe.detail().orElse(null),
                    probe.seconds().orElse(null));
        }
    }
}
