package io.github.nodesonde.inventory;

import io.github.nodesonde.node.LiveFleet;

/** The fleet in force, and how the last attempt to read a newer one went. Thread-safe. */
public interface Inventory extends LiveFleet {

    InventoryState state();

    /**
     * Reads the inventory now and puts it in force unless it is broken. Blocks while it is read.
     *
     * @return how that went
     */
    InventoryState reload();
}
