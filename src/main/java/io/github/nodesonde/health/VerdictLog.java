package io.github.nodesonde.health;

import static java.util.stream.Collectors.joining;

import io.github.nodesonde.observation.NodeLog;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/**
 * Writes a line whenever a verdict changes: the fleet's first, then of networks, then of nodes. What is new in the
 * fleet had no verdict before and is no change.
 */
@Component
final class VerdictLog implements JudgementListener {

    private static final Logger LOG = LoggerFactory.getLogger(VerdictLog.class);

    private final NodeLog nodeLog;

    VerdictLog(NodeLog nodeLog) {
        this.nodeLog = nodeLog;
    }

    @Override
    public void judged(Judgements before, Judgements now) {
        if (before.verdict() != now.verdict()) {
            tell(line(now.verdict()), "fleet", before.verdict(), now.verdict(), cause(now));
        }
        now.networks().forEach((name, network) -> tell(before.networks().get(name), network));
        now.nodes().forEach((id, node) -> tell(before.nodes().get(id), node));
    }

    private static void tell(@Nullable NetworkJudgement before, NetworkJudgement now) {
        if (before != null && before.verdict() != now.verdict()) {
            String name = now.network().name();
            tell(
                    line(now.verdict()).addKeyValue("network", name),
                    "network " + name,
                    before.verdict(),
                    now.verdict(),
                    cause(now));
        }
    }

    private void tell(@Nullable NodeJudgement before, NodeJudgement now) {
        if (before != null && before.verdict() != now.verdict()) {
            tell(
                    nodeLog.about(now.seen(), line(now.verdict())),
                    "node " + now.seen().node().id(),
                    before.verdict(),
                    now.verdict(),
                    cause(now.findings(), now.verdict()));
        }
    }

    private static LoggingEventBuilder line(Verdict verdict) {
        return LOG.atLevel(verdict == Verdict.UP || verdict == Verdict.MAINTENANCE ? Level.INFO : Level.WARN);
    }

    private static void tell(LoggingEventBuilder line, String whose, Verdict from, Verdict to, Optional<Cause> cause) {
        var told = line.addKeyValue("from", from.label()).addKeyValue("to", to.label());
        cause.map(found -> found.on(told))
                .orElse(told)
                .log(
                        "{} went from {} to {}{}",
                        whose,
                        from.label(),
                        to.label(),
                        cause.map(found -> ": " + found.because()).orElse(""));
    }

    private static Optional<Cause> cause(Judgements now) {
        return cause(now.findings(), now.verdict())
                .or(() -> cause(now.networks().values().stream()
                        .filter(network -> network.verdict() == now.verdict() && now.verdict() != Verdict.UP)
                        .map(network -> "network " + network.network().name())));
    }

    private static Optional<Cause> cause(NetworkJudgement network) {
        return cause(network.findings(), network.verdict())
                .or(() -> cause(network.nodes().byVerdict().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                        .filter(count -> count.getKey() != Verdict.UP && count.getKey() != Verdict.MAINTENANCE)
                        .filter(count -> count.getValue() > 0)
                        .map(count ->
                                count.getValue() + " of " + network.nodes().total() + " nodes "
                                        + count.getKey().label())));
    }

    private static Optional<Cause> cause(List<Finding> findings, Verdict verdict) {
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict && verdict != Verdict.UP)
                .findFirst()
                .map(finding -> new Cause(Optional.of(finding.rule()), finding.because()));
    }

    private static Optional<Cause> cause(Stream<String> parts) {
        return Optional.of(parts.collect(joining(", ")))
                .filter(because -> !because.isEmpty())
                .map(because -> new Cause(Optional.empty(), because));
    }

    /** Why a verdict is what it is; without a rule where it follows from the verdicts beneath. */
    private record Cause(Optional<String> rule, String because) {

        LoggingEventBuilder on(LoggingEventBuilder line) {
            var explained = line.addKeyValue("because", because);
            return rule.map(id -> explained.addKeyValue("rule", id)).orElse(explained);
        }
    }
}
