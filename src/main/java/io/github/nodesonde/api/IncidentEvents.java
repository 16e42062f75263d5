package io.github.nodesonde.api;

import io.github.nodesonde.history.Incident;
import io.github.nodesonde.history.IncidentListener;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the stream of incidents. */
@Component
final class IncidentEvents implements IncidentListener {

    private final EventLog log;
    private final Clock clock;

    IncidentEvents(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void told(Incident incident) {
        log.append(
                EventType.INCIDENT,
                incident.node(),
                Optional.of(incident.network()),
                IncidentJson.of(incident, clock.instant()));
    }
}
