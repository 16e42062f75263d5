package io.github.nodesonde.api;

import io.github.nodesonde.health.NetworkJudgement;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One network in a list. */
public record NetworkSummaryJson(
        String name,
        String type,
        String verdict,
        CountsJson nodes,
        @Nullable ProgressJson progress) {

    static List<NetworkSummaryJson> of(Collection<NetworkJudgement> networks) {
        return networks.stream().map(NetworkSummaryJson::of).toList();
    }

    private static NetworkSummaryJson of(NetworkJudgement judged) {
        return new NetworkSummaryJson(
                judged.network().name(),
                judged.network().type(),
                judged.verdict().label(),
                CountsJson.of(judged.nodes()),
                ProgressJson.of(judged.view().progress()));
    }
}
