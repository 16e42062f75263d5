package io.github.nodesonde.inventory;

import io.github.nodesonde.node.Fleet;
import java.util.List;

/** What an inventory file says: a fleet, or what is wrong with it. */
public sealed interface InventoryContents {

    record Valid(Fleet fleet) implements InventoryContents {}

    /** @param problems at least one, in the order of their places in the file */
    record Broken(List<Problem> problems) implements InventoryContents {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
