package io.github.nodesonde.chain.genlayer.staking;

import java.math.BigInteger;

/**
 * Self-stake on its way in.
 *
 * @param stake in wei
 * @param epoch in which it was made
 */
public record Deposit(BigInteger stake, long epoch) {}
