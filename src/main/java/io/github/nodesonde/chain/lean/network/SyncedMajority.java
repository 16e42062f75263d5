package io.github.nodesonde.chain.lean.network;

import java.util.Collection;
import java.util.Optional;

/** Whether a network is synced, by what is known of its nodes. */
public final class SyncedMajority {

    private SyncedMajority() {}

    /**
     * @param nodes one for each node of the network, empty for a node that nothing is known of
     * @return true when more than half are known to be synced, false when at least half are known not to be, else empty
     */
    public static Optional<Boolean> of(Collection<Optional<Boolean>> nodes) {
        long synced = nodes.stream().filter(Optional.of(true)::equals).count();
        long behind = nodes.stream().filter(Optional.of(false)::equals).count();
        if (2 * synced > nodes.size()) {
            return Optional.of(true);
        }
        return behind > 0 && 2 * behind >= nodes.size() ? Optional.of(false) : Optional.empty();
    }
}
