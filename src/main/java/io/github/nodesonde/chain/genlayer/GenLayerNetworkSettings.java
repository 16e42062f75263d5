package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.node.NetworkSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A GenLayer network's own keys of the inventory.
 *
 * @param staking where its staking state comes from; empty when nobody is asked for it
 * @param primingDue how long before the epoch's earliest end a validator that was not primed for it is told
 */
record GenLayerNetworkSettings(Optional<StakingSettings> staking, Duration primingDue) implements NetworkSettings {

    static final Duration DEFAULT_PRIMING_DUE = Duration.ofHours(6);

    @Override
    public Set<URI> urls() {
        return staking.stream()
                .flatMap(settings -> settings.endpoints().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
