package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.chain.genlayer.staking.StakingState;

/** What a round told of the staking state of a network, and who told it. */
record NetworkStaking(StakingSettings.Source source, Periods periods, StakingState state) {}
