package io.github.nodesonde.demo.genlayer;

import io.github.nodesonde.demo.genlayer.StakedValidator.Exclusion;
import io.github.nodesonde.demo.genlayer.StakedValidator.Move;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The chain of the demo: epochs of a day, in each of which every validator's situation is the same again, however long the
 * demo runs.
 */
record DemoChain(Instant startedAt) implements Chain {

    private static final long FIRST_BLOCK = 500_000;
    private static final long SECONDS_PER_BLOCK = 2;
    private static final long FIRST_EPOCH = 12;
    private static final Duration INTO_FIRST_EPOCH = Duration.ofMinutes(9 * 60 + 30);
    private static final long EPOCH_SECONDS = Duration.ofDays(1).toSeconds();
    private static final BigInteger WEI_PER_GEN = BigInteger.TEN.pow(18);

    @Override
    public long head(Instant now) {
        return FIRST_BLOCK + Duration.between(startedAt, now).toSeconds() / SECONDS_PER_BLOCK;
    }

    @Override
    public Optional<Ledger> at(long block) {
        long firstEpoch = startedAt.minus(INTO_FIRST_EPOCH).getEpochSecond();
        long then = startedAt.getEpochSecond() + (block - FIRST_BLOCK) * SECONDS_PER_BLOCK;
        long passed = Math.floorDiv(then - firstEpoch, EPOCH_SECONDS);
        long epoch = FIRST_EPOCH + passed;
        if (epoch < FIRST_EPOCH) {
            return Optional.empty();
        }
        return Optional.of(new Ledger(
                epoch,
                firstEpoch + passed * EPOCH_SECONDS,
                0,
                epoch - 1,
                EPOCH_SECONDS,
                EPOCH_SECONDS,
                gen(42_000),
                12,
                validators(epoch)));
    }

    private static List<StakedValidator> validators(long epoch) {
        return List.of(
                active(GenLayerDemo.EU_1, gen(50_000), gen(12_500).add(BigInteger.ONE), epoch),
                moving(GenLayerDemo.US_1, epoch),
                active(GenLayerDemo.AP_1, gen(42_000), BigInteger.ZERO, epoch),
                active(GenLayerDemo.SA_1, gen(45_000), gen(900), epoch),
                active(GenLayerDemo.AF_1, gen(42_000), gen(77), epoch),
                active(GenLayerDemo.EU_2, gen(48_000), gen(3_000), epoch - 2),
                quarantined(GenLayerDemo.US_2, epoch),
                active(GenLayerDemo.AP_2, gen(43_500), BigInteger.ZERO, epoch),
                active("0x00000000000000000000000000000000000000a1", gen(120_000), gen(80_000), epoch),
                active("0x00000000000000000000000000000000000000a2", gen(64_000), gen(10), epoch),
                banned("0x00000000000000000000000000000000000000a3"));
    }

    private static StakedValidator active(String address, BigInteger own, BigInteger delegated, long primedEpoch) {
        return new StakedValidator(
                address,
                address,
                "",
                own,
                delegated,
                primedEpoch,
                true,
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Stake of this one comes and goes. */
    private static StakedValidator moving(String address, long epoch) {
        return new StakedValidator(
                address,
                address,
                "",
                gen(61_000),
                BigInteger.ZERO,
                epoch,
                true,
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(new Move(epoch - 5, gen(1_000)), new Move(epoch, gen(5_000))),
                List.of(new Move(epoch - 9, gen(100)), new Move(epoch - 3, gen(250))));
    }

    private static StakedValidator quarantined(String address, long epoch) {
        return new StakedValidator(
                address,
                address,
                "",
                gen(42_000),
                gen(1_200),
                epoch,
                false,
                true,
                Optional.empty(),
                Optional.of(new Exclusion(epoch + 2, false)),
                List.of(),
                List.of());
    }

    private static StakedValidator banned(String address) {
        return new StakedValidator(
                address,
                address,
                "",
                gen(42_000),
                BigInteger.ZERO,
                3,
                false,
                false,
                Optional.of(new Exclusion(0, true)),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static BigInteger gen(long amount) {
        return WEI_PER_GEN.multiply(BigInteger.valueOf(amount));
    }
}
