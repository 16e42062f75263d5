package io.github.nodesonde.chain.lean;

import java.util.Optional;

/**
 * A node's answer about its health.
 *
 * @param slot its head slot; most clients do not tell it here
 * @param synced whether it says that it is synced; most clients do not tell
 */
record LeanHealth(Optional<Long> slot, Optional<Boolean> synced) {}
