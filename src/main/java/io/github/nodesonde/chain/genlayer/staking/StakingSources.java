package io.github.nodesonde.chain.genlayer.staking;

import io.github.nodesonde.node.Network;

/** Makes sources of one sort. A bean; one for each {@link StakingSettings.Source}. Thread-safe. */
public interface StakingSources {

    /** The sort of source, as the inventory names it. */
    StakingSettings.Source sort();

    /** A new source for the network. Neither asks nor starts anything. */
    StakingSource of(Network network, StakingSettings settings);
}
