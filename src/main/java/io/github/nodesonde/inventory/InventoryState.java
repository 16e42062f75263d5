package io.github.nodesonde.inventory;

import java.time.Instant;
import java.util.List;

/**
 * How the last reading of the inventory went.
 *
 * @param ok whether the file as it is now is in force
 * @param loadedAt when the fleet in force was read
 * @param problems of the last reading, each a line for people; empty when {@code ok}
 */
public record InventoryState(boolean ok, Instant loadedAt, List<String> problems) {

    public InventoryState {
        problems = List.copyOf(problems);
    }
}
