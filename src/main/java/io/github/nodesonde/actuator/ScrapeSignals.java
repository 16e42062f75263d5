package io.github.nodesonde.actuator;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many scrapes find others before them. */
@Component
final class ScrapeSignals implements SignalSource {

    static final Signal WAITING = Signal.gauge(
                    "nodesonde_scrapes_waiting",
                    "requests",
                    "Requests for metrics that wait until another has its page.")
            .ofGateway()
            .from("the metrics port; above 0 for long, something asks and does not read");
    static final Signal REFUSED = Signal.counter(
                    "nodesonde_scrapes_refused_total",
                    "requests",
                    "Requests for metrics that were refused because others took too long to take their pages.")
            .ofGateway()
            .from("the metrics port; see [limits](limits.md)");

    @Override
    public List<Signal> signals() {
        return List.of(WAITING, REFUSED);
    }
}
