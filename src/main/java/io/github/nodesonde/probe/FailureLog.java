package io.github.nodesonde.probe;

import io.github.nodesonde.observation.NodeLog;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Round;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/** Logs a probe's failure when it starts and when it ends, not each round in between. Thread-safe. */
@Component
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private final NodeLog nodes;

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
            if (was.isEmpty() && is.isPresent()) {
                line(LOG.atWarn(), after, probe, is.get())
                        .log(
                                "{} does not answer {}: {}",
                                after.node().id(),
                                probe,
                                is.get().detail());
            } else if (was.isPresent() && is.isEmpty()) {
                line(LOG.atInfo(), after, probe, was.get())
                        .log("{} answers {} again", after.node().id(), probe);
            }
        });
    }

    private LoggingEventBuilder line(
            LoggingEventBuilder event, NodeSnapshot seen, String probe, ProbeResult.Failed failure) {
        return nodes.about(seen, event)
                .addKeyValue("probe", probe)
                .addKeyValue("reason", failure.reason().label());
    }

    private static Optional<ProbeResult.Failed> failure(Round.Outcome outcome) {
        return outcome.result() instanceof ProbeResult.Failed failed ? Optional.of(failed) : Optional.empty();
    }
}
