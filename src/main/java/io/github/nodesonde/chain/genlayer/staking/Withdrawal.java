package io.github.nodesonde.chain.genlayer.staking;

import java.math.BigInteger;

/**
 * Self-stake on its way out.
 *
 * @param stake in wei
 * @param epoch in which it was asked for
 */
public record Withdrawal(BigInteger stake, long epoch) {}
