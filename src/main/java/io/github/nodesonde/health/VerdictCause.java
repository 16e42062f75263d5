package io.github.nodesonde.health;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Why a verdict is what it is, in a line. Empty for what is up or in maintenance.
 *
 * @param rule empty where it follows from the verdicts beneath
 */
public record VerdictCause(Optional<String> rule, String because) {

    public static Optional<VerdictCause> of(Judgements now) {
        return of(now.findings(), now.verdict())
                .or(() -> of(now.networks().values().stream()
                        .filter(network -> network.verdict() == now.verdict() && now.verdict() != Verdict.UP)
                        .map(network -> "network " + network.network().name())));
    }

    public static Optional<VerdictCause> of(NetworkJudgement network) {
        return of(network.findings(), network.verdict())
                .or(() -> of(network.nodes().byVerdict().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                        .filter(count -> count.getKey() != Verdict.UP && count.getKey() != Verdict.MAINTENANCE)
                        .filter(count -> count.getValue() > 0)
                        .map(count ->
                                count.getValue() + " of " + network.nodes().total() + " nodes "
                                        + count.getKey().label())));
    }

    public static Optional<VerdictCause> of(List<Finding> findings, Verdict verdict) {
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict && verdict != Verdict.UP)
                .findFirst()
                .map(finding -> new VerdictCause(Optional.of(finding.rule()), finding.because()));
    }

    private static Optional<VerdictCause> of(Stream<String> parts) {
        return Optional.of(parts.collect(joining(", ")))
                .filter(because -> !because.isEmpty())
                .map(because -> new VerdictCause(Optional.empty(), because));
    }

    LoggingEventBuilder on(LoggingEventBuilder line) {
        var explained = line.addKeyValue("because", because);
        return rule.map(id -> explained.addKeyValue("rule", id)).orElse(explained);
    }
}
