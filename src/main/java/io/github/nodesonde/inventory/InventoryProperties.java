package io.github.nodesonde.inventory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the inventory is and how often it is looked at.
 *
 * @param inventory path of the inventory file; empty looks for ./nodesonde.yaml, then /etc/nodesonde/nodesonde.yaml
 * @param inventoryPollInterval time between two looks at the inventory file
 */
@ConfigurationProperties("nodesonde")
record InventoryProperties(
        @DefaultValue("") String inventory,
        @DefaultValue("5s") Duration inventoryPollInterval) {

    InventoryProperties {
        if (!inventoryPollInterval.isPositive()) {
            throw new IllegalArgumentException("nodesonde.inventory-poll-interval must be above 0");
        }
    }
}
