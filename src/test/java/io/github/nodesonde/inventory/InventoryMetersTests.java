package io.github.nodesonde.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.observation.Signal;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryMetersTests {

    private InventoryState state = new InventoryState(true, Instant.parse("2026-01-01T00:00:00.5Z"), List.of());

    private final Inventory inventory = new Inventory() {
        @Override
        public Fleet now() {
            return Fleet.EMPTY;
        }

        @Override
        public InventoryState state() {
            return state;
        }

        @Override
        public InventoryState reload() {
            return state;
        }
    };

    @Test
    void stateOfTheInventoryIsPrinted() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var meters = new InventoryMeters(inventory);
        meters.bindTo(registry);

        assertThat(registry.scrape())
                .contains("nodesonde_inventory_nodes 0.0\n")
                .contains("nodesonde_inventory_last_reload_successful 1.0\n")
                .contains("nodesonde_inventory_last_reload_success_timestamp_seconds 1.7672256005E9\n");
        state = new InventoryState(false, state.loadedAt(), List.of("broken"));
        assertThat(registry.scrape()).contains("nodesonde_inventory_last_reload_successful 0.0\n");
        assertThat(meters.signals())
                .extracting(Signal::name)
                .allSatisfy(name -> assertThat(registry.scrape()).contains("# TYPE " + name + " gauge\n"));
    }
}
