package io.github.nodesonde.inventory;

import io.github.nodesonde.node.LiveFleet;

/** The fleet in force, and how the last attempt to read a newer one went. Thread-safe. */
public interface Inventory extends LiveFleet {

    InventoryState state();
}
