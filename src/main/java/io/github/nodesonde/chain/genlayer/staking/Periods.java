package io.github.nodesonde.chain.genlayer.staking;

/**
 * How many epochs stake takes on its way. Set by the contract, which does not tell them, so configured.
 *
 * @param activation from a deposit to its being active
 * @param unbonding from a withdrawal to its being claimable
 */
public record Periods(int activation, int unbonding) {

    /** As the contract has had them so far. */
    public static final Periods DEFAULT = new Periods(2, 7);
}
