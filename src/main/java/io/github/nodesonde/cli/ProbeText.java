package io.github.nodesonde.cli;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NodeJudgement;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report of a probe for people:
 *
 * <pre>
 * node-0 of net-0 is degraded
 *   degraded  not-synced: the node says that it is not synced
 *
 * probe health: answered in 0.004 s
 * probe metrics: failed in 0.002 s, refused: HTTP status 404
 *
 * # HELP nodesonde_node_up …
 * </pre>
 */
record ProbeText(ProbeReport report, Colours colours) {

    String text() {
        NodeJudgement node = report.node();
        var asked = node.seen().node();
        var lines = Stream.of(
                        Stream.of(asked.id() + " of " + asked.network() + " is " + colours.of(node.verdict())),
                        node.findings().stream().map(this::line),
                        Stream.of(""),
                        report.probes().stream().map(ProbeText::line),
                        Stream.of(""))
                .flatMap(part -> part);
        return lines.map("%s%n"::formatted).collect(Collectors.joining()) + report.series();
    }

    private String line(Finding finding) {
        return "  " + colours.of(finding.verdict()) + "  " + finding.rule() + ": " + finding.because();
    }

    private static String line(ProbeReport.Asked probe) {
        String time = probe.seconds()
                .map(seconds -> String.format(Locale.ROOT, " in %.3f s", seconds))
                .orElse("");
        String why = Stream.of(probe.reason(), probe.detail())
                .flatMap(part -> part.stream())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(": "));
        return "probe " + probe.name() + ": " + probe.state() + time + (why.isEmpty() ? "" : ", " + why);
    }
}
