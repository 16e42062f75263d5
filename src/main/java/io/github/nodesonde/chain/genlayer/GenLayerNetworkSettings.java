package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.node.NetworkSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A GenLayer network's own keys of the inventory.
 *
 * @param staking where its staking state comes from; empty when nobody is asked for it
 * @param thresholds what findings on its nodes are held against
 */
record GenLayerNetworkSettings(Optional<StakingSettings> staking, Thresholds thresholds) implements NetworkSettings {

    @Override
    public Set<URI> urls() {
        return staking.stream()
                .flatMap(settings -> settings.endpoints().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
