package io.github.nodesonde.chain.genlayer.cli;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code epoch-info} prints: text for people, with durations cut to whole minutes.
 *
 * @param number the epoch's
 * @param next what it says of the next epoch
 * @param minStake the self-stake that an active validator needs, in wei; empty when it is not said
 */
record EpochReport(long number, Next next, Optional<BigInteger> minStake) {

    private static final String DURATION = "(?:(?<days>[0-9]{1,6})d )?(?<hours>[0-9]{1,8})h (?<minutes>[0-9]{1,2})m";

    private static final Pattern CURRENT =
            Pattern.compile("\\s*Current Epoch: +(?<number>[0-9]{1,78}) \\(started .{1,40} ago\\) *");
    private static final Pattern NEXT =
            Pattern.compile("\\s*Next Epoch: +(?:in " + DURATION + "|(?<late>N/A)|(?<ended>Next epoch started)) *");
    private static final Pattern MIN_STAKE = Pattern.compile(" *Validator Min Stake: +(?<amount>[0-9.]{1,80} GEN) *");

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
        // Nothing of it is text from the chain, so that no line of it can be forged.
        String[] lines = out.strip().split("\\R", 32);
        if (lines.length < 2) {
            throw new UnreadableOutput("the tool's epoch info ends early");
        }
        Matcher current = matching(CURRENT, lines[0], "the epoch");
        Matcher next = matching(NEXT, lines[1], "the next epoch");
        return new EpochReport(Figures.epoch(current.group("number")), next(next), minStake(lines));
    }

    private static Next next(Matcher next) {
        if (next.group("late") != null) {
            return new Next.Overdue();
        }
        if (next.group("ended") != null) {
            return new Next.Started();
        }
        String days = next.group("days");
        return new Next.In(Duration.ofDays(days == null ? 0 : Long.parseLong(days))
                .plusHours(Long.parseLong(next.group("hours")))
                .plusMinutes(Long.parseLong(next.group("minutes"))));
    }

    private static Optional<BigInteger> minStake(String[] lines) throws UnreadableOutput {
        for (String line : lines) {
            Matcher found = MIN_STAKE.matcher(line);
            if (found.matches()) {
                return Optional.of(Figures.wei(found.group("amount")));
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
