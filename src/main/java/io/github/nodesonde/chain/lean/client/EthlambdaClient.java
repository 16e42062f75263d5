package io.github.nodesonde.chain.lean.client;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** ethlambda: the one that answers where genesis and the sync are asked for. */
@Component
@Order(6)
final class EthlambdaClient implements LeanMetricsClient {

    @Override
    public String name() {
        return "ethlambda";
    }

    @Override
    public Ports ports() {
        return new Ports(5052, 5054);
    }

    @Override
    public boolean tellsSyncing() {
        return true;
    }
}
