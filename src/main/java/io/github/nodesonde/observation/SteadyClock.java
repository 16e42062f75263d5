package io.github.nodesonde.observation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The time of day, but that a step of it is not taken at once: until somebody takes it up, time goes on as it went. So
 * whoever keeps instants can date them anew first, and all that is read in between is of one time. Where the wall clock is
 * slewed it is followed. Thread-safe.
 */
public final class SteadyClock extends Clock {

    /** Who slews a clock moves it by half a millisecond a second; what is further away since it was last looked at was set. */
    static final Duration LEAST_STEP = Duration.ofSeconds(1);

    /** Readings of the two clocks that lie further apart say nothing of a step: the thread stood still in between. */
    private static final long LONGEST_READING = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Clock wall;
    private final LongSupplier nanos;

    /** What the time of day is ahead of {@code nanos}, in nanoseconds. */
    private volatile long ahead;

    /**
     * @param wall the time of day
     * @param nanos time of a clock that nobody sets
     */
    public SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.ahead = nanosOf(wall.instant()) - nanos.getAsLong();
    }

    /** The system's. */
    public static SteadyClock system() {
        return new SteadyClock(Clock.systemUTC(), System::nanoTime);
    }

    @Override
    public Instant instant() {
        Instant now = wall.instant();
        long steady = nanos.getAsLong() + ahead;
        return isStep(nanosOf(now) - steady) ? instant(steady) : now;
    }

    /**
     * Takes a step up, if there was one, and follows what is less than one. For one thread at a time, and often: what the
     * wall clock was slewed by since the last time must not look like a step.
     *
     * @param before told of the step before the first instant of the new time can be read
     */
    void takeUpStep(Consumer<ClockStep> before) {
        long began = nanos.getAsLong();
        Instant now = wall.instant();
        long read = nanos.getAsLong();
        if (read - began > LONGEST_READING) {
            return;
        }
        long off = nanosOf(now) - (read + ahead);
        if (isStep(off)) {
            before.accept(new ClockStep(Duration.ofNanos(off), now, read, nanos));
        }
        ahead = nanosOf(now) - read;
    }

    private static boolean isStep(long off) {
        return Math.abs(off) > LEAST_STEP.toNanos();
    }

    private static long nanosOf(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new SteadyClock(wall.withZone(zone), nanos);
    }
}
