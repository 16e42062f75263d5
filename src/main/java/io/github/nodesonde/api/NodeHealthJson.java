package io.github.nodesonde.api;

import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.SyncHealth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether one node keeps up.
 *
 * @param asOf when its newest answer came
 */
record NodeHealthJson(
        String status,
        @Nullable Long slot,
        @Nullable Boolean synced,
        String verdict,
        @Nullable Instant asOf) {

    static NodeHealthJson of(SyncHealth health, NodeJudgement judged) {
        return new NodeHealthJson(
                health.status().label(),
                health.slot().orElse(null),
                health.synced().orElse(null),
                judged.verdict().label(),
                judged.seen().answeredAt().orElse(null));
    }
}
