package io.github.nodesonde.chain.lean.client;

/** A node's answer about its sync: whether it says that it still catches up. Its slots are readings. */
public record LeanSyncing(boolean syncing) {}
