package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.ObservationLog;
import org.springframework.stereotype.Component;

@Component
final class SingleRound implements AskOnce {

    private final NodeProbes probes;
    private final RoundRecorder recorder;
    private final ObservationLog log;

    SingleRound(NodeProbes probes, RoundRecorder recorder, ObservationLog log) {
        this.probes = probes;
        this.recorder = recorder;
        this.log = log;
    }

    @Override
    public void ask(Node node) throws InterruptedException {
        log.watch(node, probes.namesFor(node));
        var _ = recorder.record(node);
    }
}
