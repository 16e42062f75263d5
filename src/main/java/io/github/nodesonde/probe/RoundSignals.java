package io.github.nodesonde.probe;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** How busy the gateway is with asking. */
@Component
final class RoundSignals implements SignalSource {

    static final Signal UNDER_WAY = Signal.gauge(
                    "nodesonde_rounds_under_way", "rounds", "Nodes that are being asked just now.")
            .ofGateway()
            .from("the probe loop; at most `nodesonde.probe.max-concurrent`");
    static final Signal WAITING = Signal.gauge(
                    "nodesonde_rounds_waiting", "rounds", "Nodes that are due and wait until another has been asked.")
            .ofGateway()
            .from("the probe loop; above 0 for long, `nodesonde.probe.max-concurrent` is too small for the fleet");

    @Override
    public List<Signal> signals() {
        return List.of(UNDER_WAY, WAITING);
    }
}
