package io.github.nodesonde.chain.lean.client;

import java.util.Optional;

/**
 * A node's answer about its health.
 *
 * @param path where it was found, below the base URL of the API
 * @param slot its head slot; most clients do not tell it here
 * @param synced whether it says that it is synced; most clients do not tell
 * @param service what it says that it serves; told by clients that say no more than that they live
 */
public record LeanHealth(String path, Optional<Long> slot, Optional<Boolean> synced, Optional<String> service) {

    /** Whether it says that the node lives, no more, and at that path. */
    boolean isLivenessAt(String expected) {
        return path.equals(expected) && service.isPresent() && slot.isEmpty() && synced.isEmpty();
    }
}
