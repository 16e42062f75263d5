package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.exposition.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * zeam: API and metrics at ports of their own, both off without {@code --metrics-enable}. Serves one connection at a time
 * and closes it after each reply. Builds from before 2026 empty their histograms with each scrape; what such a build
 * counts of blocks starts anew every round.
 */
@Component
@Order(3)
final class ZeamClient implements LeanMetricsClient {

    private static final String OWN_PREFIX = "zeam_";

    @Override
    public String name() {
        return "zeam";
    }

    @Override
    public Ports ports() {
        return new Ports(9667, 9668);
    }

    @Override
    public boolean printed(Page page) {
        return LeanMetricsClient.super.printed(page)
                || LeanSoftware.isUntold(page)
                        && page.families().keySet().stream().anyMatch(name -> name.startsWith(OWN_PREFIX));
    }
}
