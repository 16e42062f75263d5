package io.github.nodesonde.actuator;

import io.github.nodesonde.health.LatestJudgements;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The health of all nodes together, aggregated by the judge; the health component {@code fleet}. The groups
 * {@code liveness} and {@code readiness} leave it out: a dead fleet must not restart its monitor.
 */
@Component(GatewayHealth.FLEET)
final class FleetHealthIndicator implements HealthIndicator {

    private final LatestJudgements latest;

    FleetHealthIndicator(LatestJudgements latest) {
        this.latest = latest;
    }

    @Override
    public Health health() {
        var judged = latest.get();
        return Health.status(judged.verdict().name())
                .withDetails(JudgedHealth.details(judged))
                .build();
    }
}
