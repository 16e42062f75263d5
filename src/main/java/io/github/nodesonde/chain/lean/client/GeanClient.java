package io.github.nodesonde.chain.lean.client;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** gean: tells its sync by its metrics, and counts its peers by client. */
@Component
@Order(7)
final class GeanClient implements LeanMetricsClient {

    @Override
    public String name() {
        return "gean";
    }

    @Override
    public Ports ports() {
        return new Ports(5052, 5054);
    }
}
