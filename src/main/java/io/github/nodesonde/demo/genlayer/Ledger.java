package io.github.nodesonde.demo.genlayer;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the simulated staking contract holds as of one block; times are Unix seconds.
 *
 * @param ended when the record of the epoch ended; 0 while it has not
 * @param finalized the last epoch that is final
 * @param paddedTo the list of active validators is filled up with zero addresses to this length
 */
record Ledger(
        long epoch,
        long started,
        long ended,
        long finalized,
        long zeroMinDuration,
        long minDuration,
        BigInteger minStake,
        int paddedTo,
        List<StakedValidator> validators) {

    Ledger {
        validators = List.copyOf(validators);
    }

    /** Addresses are told apart without regard to case. */
    Optional<StakedValidator> validator(String address) {
        return validators.stream()
                .filter(each -> each.address().toLowerCase(Locale.ROOT).equals(address.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    List<StakedValidator> active() {
        return validators.stream().filter(StakedValidator::active).toList();
    }
}
