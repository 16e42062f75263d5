package io.github.nodesonde.actuator;

import io.github.nodesonde.health.LatestJudgements;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The health of all nodes together, aggregated by the judge; a health component named {@code fleet}. The groups
 * {@code liveness} and {@code readiness} leave it out: a dead fleet must not restart its monitor.
 */
@Component
final class FleetHealthIndicator implements HealthIndicator {

    private final LatestJudgements latest;

    FleetHealthIndicator(LatestJudgements latest) {
        this.latest = latest;
    }

    @Override
    public Health health() {
        var fleet = JudgedHealth.of(latest.get(), true);
        return Health.status(fleet.status().name()).withDetails(fleet.details()).build();
    }
}
