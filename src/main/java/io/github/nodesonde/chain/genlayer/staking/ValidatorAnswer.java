package io.github.nodesonde.chain.genlayer.staking;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.observation.Reason;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What a round brought of one address. */
public sealed interface ValidatorAnswer {

    /**
     * The contract knows it as a validator. What the source cannot tell is empty.
     *
     * @param operator who acts for it
     * @param selfStake the validator's own active stake, in wei
     * @param delegatedStake what others delegated to it, in wei
     * @param live the contract's own flag: primed and not exited
     * @param primedEpoch the epoch it was last primed for
     * @param deposits every one on its way in; such as are active already may be among them
     * @param withdrawals every one not yet paid out
     */
    record Known(
            Optional<Address> operator,
            Optional<BigInteger> selfStake,
            Optional<BigInteger> delegatedStake,
            Optional<Boolean> live,
            Optional<Long> primedEpoch,
            Optional<List<Deposit>> deposits,
            Optional<List<Withdrawal>> withdrawals)
            implements ValidatorAnswer {

        public Known {
            deposits = deposits.map(List::copyOf);
            withdrawals = withdrawals.map(List::copyOf);
        }
    }

    /** The contract does not know it as a validator. */
    record Stranger() implements ValidatorAnswer {}

    /**
     * Nothing is known of it, for reading it failed while the rest of the round succeeded.
     *
     * @param detail in words, for people; names neither URLs nor credentials
     */
    record Unread(Reason reason, String detail) implements ValidatorAnswer {}
}
