package io.github.nodesonde.probe;

import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.ObservationLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
final class SingleRound implements AskOnce {

    private final LiveFleet live;
    private final NodeProbes probes;
    private final RoundRecorder recorder;
    private final NetworkProbes networkProbes;
    private final NetworkRoundRunner networkRounds;
    private final ObservationLog log;

    SingleRound(
            LiveFleet live,
            NodeProbes probes,
            RoundRecorder recorder,
            NetworkProbes networkProbes,
            NetworkRoundRunner networkRounds,
            ObservationLog log) {
        this.live = live;
        this.probes = probes;
        this.recorder = recorder;
        this.networkProbes = networkProbes;
        this.networkRounds = networkRounds;
        this.log = log;
    }

    @Override
    public void ask(Node node) throws InterruptedException {
        log.watch(node, probes.namesFor(node));
        var _ = recorder.record(node);
        for (NetworkTask task : aboutItsNetwork(node)) {
            networkRounds.watch(task);
            var _ = networkRounds.run(task);
        }
    }

    private List<NetworkTask> aboutItsNetwork(Node node) {
        var tasks = new ArrayList<NetworkTask>();
        Optional<Network> network = Optional.ofNullable(live.now().networks().get(node.network()));
        network.ifPresent(known -> networkProbes.of(
                known, (probe, inquiry) -> tasks.add(NetworkTask.of(known, probe, inquiry, List.of(node)))));
        return tasks;
    }
}
