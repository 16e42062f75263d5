package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rounds of one node: recorded, and followed by the next as its cadence says. */
final class NodeRounds implements Schedule.Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(NodeRounds.class);

    private final Node node;
    private final RoundRecorder recorder;
    private final Cadence cadence;
    private final Supplier<Duration> confirmAfter;
    private boolean failed;

    NodeRounds(Node node, RoundRecorder recorder, Cadence cadence, Supplier<Duration> confirmAfter) {
        this.node = node;
        this.recorder = recorder;
        this.cadence = cadence;
        this.confirmAfter = confirmAfter;
    }

    @Override
    public synchronized void run() throws InterruptedException {
        failed = false;
        try {
            failed = recorder.record(node).failed();
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("node", node.id().value())
                    .addKeyValue("network", node.network())
                    .setCause(PrintableFault.of(e))
                    .log("the gateway's own fault in a round of {}", node.id());
        }
    }

    @Override
    public synchronized long next(long started, long ended, boolean outOfTurn) {
        return cadence.next(started, ended, outOfTurn, failed, confirmAfter.get());
    }
}
