package io.github.nodesonde.inventory;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * The inventory as series:
 *
 * <pre>
 * nodesonde_inventory_nodes 12.0
 * nodesonde_inventory_last_reload_successful 1.0
 * nodesonde_inventory_last_reload_success_timestamp_seconds 1.767225600012E9
 * </pre>
 */
@Component
class InventoryMeters implements MeterBinder, SignalSource {

    private static final double MILLIS_PER_SECOND = 1000;

    private static final Signal NODES = Signal.gauge(
                    "nodesonde_inventory_nodes", "nodes", "Nodes of the inventory in force.")
            .ofGateway()
            .from("the inventory");
    private static final Signal SUCCESSFUL = Signal.flag(
                    "nodesonde_inventory_last_reload_successful",
                    "Whether the inventory file as it is now is in force.")
            .ofGateway()
            .from("the last look at the file");
    private static final Signal SUCCEEDED_AT = Signal.gauge(
                    "nodesonde_inventory_last_reload_success_timestamp_seconds",
                    "seconds",
                    "When the inventory in force was read, as Unix time.")
            .ofGateway()
            .from("the last reading that was put in force");

    private final Inventory inventory;

    InventoryMeters(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        register(NODES, now -> now.now().nodes().size(), registry);
        register(SUCCESSFUL, now -> now.state().ok() ? 1 : 0, registry);
        register(SUCCEEDED_AT, now -> now.state().loadedAt().toEpochMilli() / MILLIS_PER_SECOND, registry);
    }

    private void register(Signal signal, ToDoubleFunction<Inventory> value, MeterRegistry registry) {
        Gauge.builder(signal.name(), inventory, value)
                .description(signal.help())
                .strongReference(true)
                .register(registry);
    }

    @Override
    public List<Signal> signals() {
        return List.of(NODES, SUCCESSFUL, SUCCEEDED_AT);
    }
}
