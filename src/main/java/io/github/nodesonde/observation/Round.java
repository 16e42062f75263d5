package io.github.nodesonde.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One asking of one node: its probes in turn. Immutable, and equal to one of which the same is true.
 *
 * <p>Packed, for a dozen are kept of every node: times are numbers, and what came of the probes is shared with the round
 * before where the same came. As records, maps and instants a round of one probe took 200 bytes; so it takes 72.
 */
public final class Round {

    private static final int NANOS_PER_SECOND = 1_000_000_000;
    private static final int TIMES = 2;
    private static final int PARTS = 3;

    /** Start and end, then for each probe when its outcome was there and how long it took; in nanoseconds, since 1970 or long. */
    private final long[] times;

    /** For each probe its name, the result and the certificates. */
    private final Object[] parts;

    /**
     * @param outcomes by name of the probe, in the order asked; a probe that did not apply is not among them
     * @throws ArithmeticException when a time is not within the years 1678 to 2261
     */
    public Round(Instant startedAt, Instant endedAt, SequencedMap<String, Outcome> outcomes) {
        times = new long[TIMES + TIMES * outcomes.size()];
        parts = new Object[PARTS * outcomes.size()];
        times[0] = nanos(startedAt);
        times[1] = nanos(endedAt);
        int probe = 0;
        for (Map.Entry<String, Outcome> asked : outcomes.entrySet()) {
            Outcome outcome = asked.getValue();
            times[TIMES + TIMES * probe] = nanos(outcome.at());
            times[TIMES + TIMES * probe + 1] = outcome.took().toNanos();
            parts[PARTS * probe] = asked.getKey();
            parts[PARTS * probe + 1] = outcome.result();
            parts[PARTS * probe + 2] = outcome.certificates();
            probe++;
        }
    }

    private Round(long[] times, Object[] parts) {
        this.times = times;
        this.parts = parts;
    }

    public Instant startedAt() {
        return instant(times[0]);
    }

    public Instant endedAt() {
        return instant(times[1]);
    }

    /** By name of the probe, in the order asked; a probe that did not apply is not among them. Made anew by each call. */
    public SequencedMap<String, Outcome> outcomes() {
        var outcomes = new LinkedHashMap<String, Outcome>();
        for (int probe = 0; probe < probes(); probe++) {
            outcomes.put(
                    (String) parts[PARTS * probe],
                    new Outcome(
                            result(probe),
                            instant(times[TIMES + TIMES * probe]),
                            Duration.ofNanos(times[TIMES + TIMES * probe + 1]),
                            (Certificates) parts[PARTS * probe + 2]));
        }
        return FewByName.copyOf(outcomes);
    }

    /** What came of the probe in brief; empty when it was not asked. */
    public Optional<ProbeResult> result(String name) {
        for (int probe = 0; probe < probes(); probe++) {
            if (parts[PARTS * probe].equals(name)) {
                return Optional.of(result(probe));
            }
        }
        return Optional.empty();
    }

    /** What came of each probe in brief, in the order asked. */
    public List<ProbeResult> results() {
        return IntStream.range(0, probes()).mapToObj(this::result).toList();
    }

    /** Of the connections that replies came over; without TLS there are none. */
    public List<Certificates> certificates() {
        @Nullable List<Certificates> told = null;
        for (int probe = 0; probe < probes(); probe++) {
            var certificates = (Certificates) parts[PARTS * probe + 2];
            if (!certificates.equals(Certificates.NONE)) {
                told = told == null ? new ArrayList<>() : told;
                told.add(certificates);
            }
        }
        return told == null ? List.of() : told;
    }

    /** Whether the node gave at least one answer. */
    public boolean answered() {
        return has(ProbeResult.Answered.class);
    }

    /** Whether at least one probe was put and none was answered. A skipped probe says nothing either way. */
    public boolean failed() {
        return !answered() && has(ProbeResult.Failed.class);
    }

    /**
     * What the log keeps of it.
     *
     * @param before the round before, as it is kept; empty when this is the first
     */
    Round remembered(Optional<Round> before) {
        var kept = new Object[parts.length];
        for (int part = 0; part < parts.length; part++) {
            Object whole = parts[part];
            Object remembered = whole instanceof ProbeResult.Answered answered ? answered.remembered() : whole;
            int here = part;
            kept[part] = before.flatMap(round -> round.part(here))
                    .filter(remembered::equals)
                    .orElse(remembered);
        }
        return new Round(
                times,
                before.map(round -> round.parts)
                        .filter(shared -> Arrays.equals(shared, kept))
                        .orElse(kept));
    }

    /** The same, its instants being dated so. */
    Round dated(UnaryOperator<Instant> dating) {
        long[] anew = times.clone();
        anew[0] = nanos(dating.apply(startedAt()));
        anew[1] = nanos(dating.apply(endedAt()));
        for (int at = TIMES; at < anew.length; at += TIMES) {
            anew[at] = nanos(dating.apply(instant(times[at])));
        }
        return new Round(anew, parts);
    }

    private Optional<Object> part(int index) {
        return index < parts.length ? Optional.of(parts[index]) : Optional.empty();
    }

    private boolean has(Class<? extends ProbeResult> kind) {
        for (int probe = 0; probe < probes(); probe++) {
            if (kind.isInstance(result(probe))) {
                return true;
            }
        }
        return false;
    }

    private int probes() {
        return parts.length / PARTS;
    }

    private ProbeResult result(int probe) {
        return (ProbeResult) parts[PARTS * probe + 1];
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), (long) NANOS_PER_SECOND), instant.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Round round && Arrays.equals(times, round.times) && Arrays.equals(parts, round.parts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(parts);
    }

    @Override
    public String toString() {
        return "Round[startedAt=" + startedAt() + ", endedAt=" + endedAt() + ", outcomes=" + outcomes() + "]";
    }

    /**
     * What came of one probe of the round.
     *
     * @param at when the answer was complete, or the failure known
     * @param took from putting the question until then; zero for a probe that failed unasked
     * @param certificates of the connection that a reply came over, whatever was made of it
     */
    public record Outcome(ProbeResult result, Instant at, Duration took, Certificates certificates) {

        /** Without TLS, or without a reply. */
        public Outcome(ProbeResult result, Instant at, Duration took) {
            this(result, at, took, Certificates.NONE);
        }

        /** The same, its instant being dated so. */
        Outcome dated(UnaryOperator<Instant> dating) {
            return new Outcome(result, dating.apply(at), took, certificates);
        }

        /** The same, over a connection with these certificates. */
        public Outcome over(Certificates certificates) {
            return new Outcome(result, at, took, certificates);
        }
    }
}
