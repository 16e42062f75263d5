package io.github.nodesonde.chain.lean.client;

import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** qlean-mini: counts its peers by client, and tells nothing of its sync. */
@Component
@Order(5)
final class QleanClient implements LeanMetricsClient {

    @Override
    public String name() {
        return "qlean";
    }

    @Override
    public Set<String> calledItself() {
        return Set.of("qlean", "qlean-mini");
    }

    @Override
    public Ports ports() {
        return new Ports(9667, 9668);
    }
}
