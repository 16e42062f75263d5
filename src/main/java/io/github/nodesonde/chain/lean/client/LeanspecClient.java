package io.github.nodesonde.chain.lean.client;

import java.time.Duration;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * leanspec-node as it is today: one server for metrics and API, a health answer that says no more than that the process
 * lives, and gauges that it sets every ten seconds.
 */
@Component
@Order(2)
final class LeanspecClient implements LeanMetricsClient {

    @Override
    public String name() {
        return "leanspec";
    }

    @Override
    public Set<String> calledItself() {
        return Set.of("leanspec-node");
    }

    @Override
    public Ports ports() {
        return new Ports(5052, 5052);
    }

    @Override
    public Duration untilGaugesTell() {
        return Duration.ofSeconds(10);
    }

    @Override
    public OwnClock ownClock() {
        return OwnClock.LATE;
    }
}
