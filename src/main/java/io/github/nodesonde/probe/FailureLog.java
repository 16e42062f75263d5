package io.github.nodesonde.probe;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.FlapWatch;
import io.github.nodesonde.observation.NodeLog;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Round;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/**
 * Logs a probe's failure when it starts and when it ends, not each round in between; of one that starts and ends all the
 * time, that it does. Thread-safe.
 */
@Component
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private final NodeLog nodes;
    private final FlapWatch<Asked> flaps = new FlapWatch<>();

    FailureLog(NodeLog nodes) {
        this.nodes = nodes;
    }

    void compare(NodeSnapshot before, Round round, NodeSnapshot after) {
        round.outcomes().forEach((probe, outcome) -> {
            Optional<ProbeResult.Failed> was = Optional.ofNullable(
                            before.probes().get(probe))
                    .flatMap(ProbeState::newest)
                    .flatMap(FailureLog::failure);
            Optional<ProbeResult.Failed> is = failure(outcome);
            var asked = new Asked(after.node().id(), probe);
            if (was.isPresent() != is.isPresent()) {
                flaps.changed(asked, round.endedAt()).ifPresent(told -> tell(told, asked, was, is, after));
            } else if (flaps.isSteadyAgain(asked, round.endedAt())) {
                tellSteady(asked, is, after);
            }
        });
    }

    private void tell(
            FlapWatch.Told told,
            Asked asked,
            Optional<ProbeResult.Failed> was,
            Optional<ProbeResult.Failed> is,
            NodeSnapshot seen) {
        Optional<ProbeResult.Failed> failure = is.or(() -> was);
        String detail = failure.map(ProbeResult.Failed::detail).orElse("");
        LoggingEventBuilder line = about(
                seen, asked.probe(), failure, LOG.atLevel(isChange(told) && is.isEmpty() ? Level.INFO : Level.WARN));
        switch (told) {
            case FlapWatch.Told.Change _ -> {
                if (is.isPresent()) {
                    line.log("{} does not answer {}: {}", asked.node(), asked.probe(), detail);
                } else {
                    line.log("{} answers {} again", asked.node(), asked.probe());
                }
            }
            case FlapWatch.Told.Flaps flaps ->
                line.log(
                        "{} now answers {} and now does not, {} changes within {} minutes: {}",
                        asked.node(),
                        asked.probe(),
                        flaps.changes(),
                        flaps.within().toMinutes(),
                        detail);
            case FlapWatch.Told.StillFlaps flaps ->
                line.log(
                        "{} still now answers {} and now does not, {} more changes: {}",
                        asked.node(),
                        asked.probe(),
                        flaps.changes(),
                        detail);
        }
    }

    private void tellSteady(Asked asked, Optional<ProbeResult.Failed> failure, NodeSnapshot seen) {
        if (failure.isPresent()) {
            about(seen, asked.probe(), failure, LOG.atWarn())
                    .log(
                            "{} no longer answers {} at all: {}",
                            asked.node(),
                            asked.probe(),
                            failure.get().detail());
        } else {
            about(seen, asked.probe(), failure, LOG.atInfo())
                    .log("{} answers {} steadily again", asked.node(), asked.probe());
        }
    }

    private static boolean isChange(FlapWatch.Told told) {
        return told instanceof FlapWatch.Told.Change;
    }

    private LoggingEventBuilder about(
            NodeSnapshot seen, String probe, Optional<ProbeResult.Failed> failure, LoggingEventBuilder line) {
        var told = nodes.about(seen, line).addKeyValue("probe", probe);
        return failure.map(failed -> told.addKeyValue("reason", failed.reason().label()))
                .orElse(told);
    }

    private static Optional<ProbeResult.Failed> failure(Round.Outcome outcome) {
        return outcome.result() instanceof ProbeResult.Failed failed ? Optional.of(failed) : Optional.empty();
    }

    private record Asked(NodeId node, String probe) {}
}
