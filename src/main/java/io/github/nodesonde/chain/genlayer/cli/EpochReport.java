package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.chain.genlayer.staking.Epoch;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code epoch-info} prints: text for people, with durations cut to whole minutes. Nothing of it is text from the
 * chain, so that no line of it can be forged.
 *
 * @param number the epoch's
 * @param age since it started; empty where the chain's clock is ahead of ours
 * @param next what it says of the next epoch
 * @param minDuration of an epoch that is not the first; empty when it is not said
 * @param minStake the self-stake that an active validator needs, in wei; empty when it is not said
 */
record EpochReport(
        long number, Optional<Duration> age, Next next, Optional<Duration> minDuration, Optional<BigInteger> minStake) {

    private static final Duration CUT_OFF = Duration.ofMinutes(1);

    private static final Pattern CURRENT =
            Pattern.compile("\\s*Current Epoch: +(?<number>[0-9]{1,78}) \\(started (?<age>.{1,40}) ago\\) *");
    private static final Pattern NEXT =
            Pattern.compile("\\s*Next Epoch: +(?:in (?<in>.{1,40})|(?<late>N/A)|Next epoch started) *");
    private static final Pattern MIN_DURATION = Pattern.compile(" *Min Epoch Duration: +(?<value>.{1,40})");
    private static final Pattern MIN_STAKE = Pattern.compile(" *Validator Min Stake: +(?<value>[0-9.]{1,80} GEN) *");
    private static final Pattern DURATION =
            Pattern.compile("(?:(?<days>[0-9]{1,6})d )?(?<hours>[0-9]{1,8})h (?<minutes>[0-9]{1,2})m *");

    /** When the next epoch comes. */
    sealed interface Next {

        /** @param atLeast until it may start at the earliest; less than a minute too short */
        record In(Duration atLeast) implements Next {}

        /** It might have started by now. */
        record Overdue() implements Next {}

        /** This epoch's record has ended already. */
        record Started() implements Next {}
    }

    static EpochReport read(String out) throws UnreadableOutput {
        String[] lines = out.strip().split("\\R", 32);
        if (lines.length < 2) {
            throw new UnreadableOutput("the tool's epoch info ends early");
        }
        Matcher current = matching(CURRENT, lines[0], "the epoch");
        Matcher next = matching(NEXT, lines[1], "the next epoch");
        Optional<String> minStake = value(MIN_STAKE, lines);
        return new EpochReport(
                Figures.epoch(current.group("number")),
                duration(current.group("age")),
                next(next),
                value(MIN_DURATION, lines).flatMap(EpochReport::duration),
                minStake.isEmpty() ? Optional.empty() : Optional.of(Figures.wei(minStake.get())));
    }

    /**
     * The epoch, without its start: from what is said it could be told but for the minute. The time of the next is cut to
     * the minute too; of one that is overdue, it is known at least that it has passed.
     *
     * @param asOf when the tool said it
     */
    Epoch epoch(Instant asOf) {
        return switch (next) {
            case Next.In in -> new Epoch(number, Optional.empty(), Optional.of(asOf.plus(in.atLeast())), CUT_OFF);
            case Next.Overdue _ -> new Epoch(number, Optional.empty(), Optional.of(passed(asOf)));
            case Next.Started _ -> new Epoch(number, Optional.empty(), Optional.empty());
        };
    }

    /** The first epoch's own shortest duration is not said. */
    private Instant passed(Instant asOf) {
        return age.filter(_ -> number > 0)
                .flatMap(since -> minDuration.map(asOf.minus(since)::plus))
                .filter(at -> at.isBefore(asOf))
                .orElse(asOf);
    }

    private static Next next(Matcher next) throws UnreadableOutput {
        if (next.group("late") != null) {
            return new Next.Overdue();
        }
        String in = next.group("in");
        if (in == null) {
            return new Next.Started();
        }
        return new Next.In(duration(in)
                .orElseThrow(() -> new UnreadableOutput("the tool's epoch info has a duration that is none")));
    }

    private static Optional<Duration> duration(String text) {
        Matcher found = DURATION.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        String days = found.group("days");
        return Optional.of(Duration.ofDays(days == null ? 0 : Long.parseLong(days))
                .plusHours(Long.parseLong(found.group("hours")))
                .plusMinutes(Long.parseLong(found.group("minutes"))));
    }

    private static Optional<String> value(Pattern pattern, String[] lines) {
        for (String line : lines) {
            Matcher found = pattern.matcher(line);
            if (found.matches()) {
                return Optional.of(found.group("value"));
            }
        }
        return Optional.empty();
    }

    private static Matcher matching(Pattern pattern, String line, String what) throws UnreadableOutput {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new UnreadableOutput("the tool's epoch info does not begin with what it says of " + what);
        }
        return matcher;
    }
}
