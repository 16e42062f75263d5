package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.inventory.Inventory;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** What can be told of this process. */
@Component
final class RunningGateway {

    private static final String GATEWAY_FAULT = "gateway-fault";

    private final Inventory inventory;
    private final @Nullable String version;
    private final Instant startedAt;

    RunningGateway(Inventory inventory, ObjectProvider<BuildProperties> build, Clock clock) {
        this.inventory = inventory;
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse(null);
        this.startedAt = clock.instant();
    }

    Instant startedAt() {
        return startedAt;
    }

    GatewayJson describe(Judgements all) {
        return new GatewayJson(
                version,
                startedAt,
                all.findings().stream().anyMatch(finding -> finding.rule().equals(GATEWAY_FAULT)),
                GatewayJson.InventoryJson.of(inventory.state()));
    }
}
