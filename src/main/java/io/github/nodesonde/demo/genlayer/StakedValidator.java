package io.github.nodesonde.demo.genlayer;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A validator as the simulated contract keeps it; amounts are in wei.
 *
 * @param moniker what it calls itself; empty when it says nothing of itself
 * @param active whether it is in the active set
 * @param live primed and not exited
 * @param ban where it is banned
 * @param quarantine where it is quarantined, which is told among the bans too
 */
record StakedValidator(
        String address,
        String operator,
        String moniker,
        BigInteger selfStake,
        BigInteger delegatedStake,
        long primedEpoch,
        boolean active,
        boolean live,
        Optional<Exclusion> ban,
        Optional<Exclusion> quarantine,
        List<Move> deposits,
        List<Move> withdrawals) {

    /** Left out of the selection until an epoch, or for good. */
    record Exclusion(long untilEpoch, boolean forGood) {}

    /** Stake on its way in or out, since an epoch. */
    record Move(long epoch, BigInteger stake) {}

    /** Entry of the list of bans. */
    Optional<Exclusion> listedAsBanned() {
        return ban.or(() -> quarantine);
    }
}
