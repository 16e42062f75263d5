package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.contract.UnreadableWords;
import io.github.nodesonde.chain.genlayer.contract.Words;
import io.github.nodesonde.chain.genlayer.staking.Epoch;
import io.github.nodesonde.probe.RoundFailure;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** Reads what the contract records of the epoch. */
final class EpochPlan {

    /** The last second that a time may have: the end of the year 9999. */
    private static final long LATEST = 253_402_300_799L;

    private final CallPlan.Later number;
    private final CallPlan.Later even;
    private final CallPlan.Later odd;
    private final CallPlan.Later minDuration;
    private final CallPlan.Later zeroMinDuration;

    EpochPlan(StakingContract contract, CallPlan plan) {
        number = plan.add(contract.epoch());
        even = plan.add(contract.epochEven());
        odd = plan.add(contract.epochOdd());
        minDuration = plan.add(contract.epochMinDuration());
        zeroMinDuration = plan.add(contract.epochZeroMinDuration());
    }

    Epoch read() throws RoundFailure {
        long epoch = number.read("epoch()", words -> words.exactly(1).count(0));
        Times current =
                epoch % 2 == 0 ? even.read("epochEven()", EpochPlan::times) : odd.read("epochOdd()", EpochPlan::times);
        return Epoch.recorded(
                epoch,
                current.start,
                current.ended,
                zeroMinDuration.read("epochZeroMinDuration()", EpochPlan::duration),
                minDuration.read("epochMinDuration()", EpochPlan::duration));
    }

    private static Times times(Words words) throws UnreadableWords {
        words.exactly(StakingContract.EPOCH_WORDS);
        return new Times(Instant.ofEpochSecond(seconds(words, 0)), seconds(words, 1) > 0);
    }

    private static Duration duration(Words words) throws UnreadableWords {
        return Duration.ofSeconds(seconds(words.exactly(1), 0));
    }

    private static long seconds(Words words, int word) throws UnreadableWords {
        return words.number(word).min(BigInteger.valueOf(LATEST)).longValue();
    }

    private record Times(Instant start, boolean ended) {}
}
