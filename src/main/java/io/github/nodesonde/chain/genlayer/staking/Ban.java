package io.github.nodesonde.chain.genlayer.staking;

import java.util.OptionalLong;

/**
 * An entry of the contract's lists of banned and of quarantined validators.
 *
 * @param untilEpoch the first epoch in which it no longer holds; empty when it holds for good
 */
public record Ban(OptionalLong untilEpoch) {

    /** It never ends. */
    public static final Ban FOR_GOOD = new Ban(OptionalLong.empty());

    public static Ban until(long epoch) {
        return new Ban(OptionalLong.of(epoch));
    }

    /** Whether it still holds in that epoch. */
    public boolean holdsIn(long epoch) {
        return untilEpoch.isEmpty() || untilEpoch.getAsLong() > epoch;
    }
}
