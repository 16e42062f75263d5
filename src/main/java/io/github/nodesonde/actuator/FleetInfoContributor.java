package io.github.nodesonde.actuator;

import io.github.nodesonde.inventory.Inventory;
import java.util.LinkedHashMap;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** How much is watched, and whether the inventory as it is now is in force. */
@Component
final class FleetInfoContributor implements InfoContributor {

    private final Inventory inventory;

    FleetInfoContributor(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public void contribute(Info.Builder builder) {
        var fleet = inventory.now();
        var state = inventory.state();
        var told = new LinkedHashMap<String, Object>();
        told.put("networks", fleet.networks().size());
        told.put("nodes", fleet.nodes().size());
        told.put("ok", state.ok());
        told.put("loadedAt", state.loadedAt().toString());
        builder.withDetail("inventory", told);
    }
}
