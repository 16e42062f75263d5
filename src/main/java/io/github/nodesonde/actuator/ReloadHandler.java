package io.github.nodesonde.actuator;

import io.github.nodesonde.inventory.Inventory;
import io.github.nodesonde.inventory.InventoryState;
import io.github.nodesonde.request.Parameters;
import io.github.nodesonde.request.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Reads the inventory now and answers with its state. A file that is broken is a problem that lists its mistakes; the last
 * good one stays in force.
 */
final class ReloadHandler implements HandlerFunction<ServerResponse> {

    private final Inventory inventory;

    ReloadHandler(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        Parameters.none(request.params());
        InventoryState state = inventory.reload();
        if (!state.ok()) {
            throw Problem.brokenInventory(state.problems());
        }
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(state);
    }
}
