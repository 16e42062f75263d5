package io.github.nodesonde.api;

import io.github.nodesonde.health.JudgementListener;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.inventory.Inventory;
import io.github.nodesonde.inventory.InventoryState;
import io.github.nodesonde.node.Fleet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the stream when another inventory is in force, or the file got mistakes or lost them. Looks at each judging. */
@Component
final class InventoryEvents implements JudgementListener {

    private final EventLog log;
    private final Inventory inventory;
    private Fleet fleet;
    private InventoryState state;

    InventoryEvents(EventLog log, Inventory inventory) {
        this.log = log;
        this.inventory = inventory;
        this.fleet = inventory.now();
        this.state = inventory.state();
    }

    @Override
    public void judged(Judgements before, Judgements now) {
        Fleet newest = inventory.now();
        InventoryState told = inventory.state();
        if (newest != fleet || !told.problems().equals(state.problems())) {
            log.append(
                    EventType.INVENTORY,
                    Optional.empty(),
                    Optional.empty(),
                    InventoryEventJson.of(fleet, newest, told.ok()));
            fleet = newest;
            state = told;
        }
    }
}
