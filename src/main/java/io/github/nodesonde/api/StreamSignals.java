package io.github.nodesonde.api;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What readers of the stream take of the gateway. */
@Component
final class StreamSignals implements SignalSource {

    static final Signal OPEN = Signal.gauge("nodesonde_event_streams", "streams", "Streams of events that are open.")
            .ofGateway()
            .from("`/api/v1/events`; at most `nodesonde.api.max-event-streams`");
    static final Signal DROPPED = Signal.counter(
                    "nodesonde_event_streams_dropped_total",
                    "streams",
                    "Streams of events that were ended because their readers were too slow.")
            .ofGateway()
            .from("`/api/v1/events`; see [limits](limits.md)");

    @Override
    public List<Signal> signals() {
        return List.of(OPEN, DROPPED);
    }
}
