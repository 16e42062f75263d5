package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The fleet as one. */
public record FleetJson(
        Instant asOf,
        String verdict,
        String policy,
        CountsJson nodes,
        List<FindingJson> findings,
        GatewayJson gateway,
        List<NetworkSummaryJson> networks) {

    static FleetJson of(Judgements all, GatewayJson gateway) {
        return new FleetJson(
                all.asOf(),
                all.verdict().label(),
                all.policy().name().toLowerCase(Locale.ROOT),
                CountsJson.of(all.counts()),
                FindingJson.of(all.findings()),
                gateway,
                NetworkSummaryJson.of(all.networks().values()));
    }
}
