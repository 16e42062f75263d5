package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.exposition.Page;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * ream: what it calls its current slot is the slot of its head, so that it is no clock. Prints its metrics at the port of
 * its API as well; without {@code --metrics} neither its name nor when it started.
 */
@Component
@Order(4)
final class ReamClient implements LeanMetricsClient {

    private static final String OWN_PREFIX = "lean_propose_block_time";

    @Override
    public String name() {
        return "ream";
    }

    @Override
    public List<String> healthPaths() {
        return List.of("/health", "/lean/v0/health");
    }

    @Override
    public Ports ports() {
        return new Ports(5052, 8080);
    }

    @Override
    public OwnClock ownClock() {
        return OwnClock.NONE;
    }

    @Override
    public boolean printed(Page page) {
        return LeanMetricsClient.super.printed(page)
                || LeanSoftware.isUntold(page)
                        && page.families().keySet().stream().anyMatch(name -> name.startsWith(OWN_PREFIX));
    }

    /** The others answer there with slot and sync, or only at their metrics port. */
    @Override
    public boolean answered(LeanHealth health) {
        return health.isLivenessAt("/health");
    }
}
