package io.github.nodesonde.api;

import io.github.nodesonde.inventory.InventoryState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gateway itself.
 *
 * @param version null when it was built without build information
 */
public record GatewayJson(
        @Nullable String version, Instant startedAt, boolean faultSuspected, InventoryJson inventory) {

    /** How the last reading of the inventory went. */
    public record InventoryJson(boolean ok, Instant loadedAt, List<String> problems) {

        static InventoryJson of(InventoryState state) {
            return new InventoryJson(state.ok(), state.loadedAt(), state.problems());
        }
    }
}
