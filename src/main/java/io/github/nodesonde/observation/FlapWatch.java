package io.github.nodesonde.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says which changes are worth a line of log, so that what goes to and fro does not fill it. What changed more than {@link
 * #MOST} times within {@link #WINDOW} flaps: that is told once, then how often it changed, once in {@link #PAUSE} at most,
 * until it has been steady for {@link #CALM}. Thread-safe.
 *
 * @param <K> what changes
 */
public final class FlapWatch<K> {

    static final int MOST = 6;
    static final Duration WINDOW = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofMinutes(1);
    static final Duration CALM = Duration.ofMinutes(5);

    private final Map<K, Changes> changing = new HashMap<>();
    private Instant sweptAt = Instant.MIN;

    /** It changed. Empty: not worth a line. */
    public synchronized Optional<Told> changed(K what, Instant at) {
        sweep(at);
        changing.computeIfPresent(what, (_, changes) -> changes.areOver(at) ? null : changes);
        return changing.computeIfAbsent(what, _ -> new Changes()).add(at);
    }

    /** It did not change. True, once, when it flapped until a while ago: worth a line. */
    public synchronized boolean isSteadyAgain(K what, Instant at) {
        Changes changes = changing.get(what);
        boolean steady = changes != null && changes.flapping && changes.haveCeasedFor(CALM, at);
        if (steady) {
            changing.remove(what);
        }
        sweep(at);
        return steady;
    }

    /** Forgets what changed long ago; now and then, for where thousands change at once each would go through all of them. */
    private void sweep(Instant at) {
        if (at.isBefore(sweptAt) || !at.isBefore(sweptAt.plus(PAUSE))) {
            changing.values().removeIf(changes -> changes.areOver(at));
            sweptAt = at;
        }
    }

    /** How many are watched for having changed of late. */
    synchronized int size() {
        return changing.size();
    }

    /** What to tell of a change. */
    public sealed interface Told {

        /** The change itself. */
        record Change() implements Told {}

        /**
         * That it flaps from now on.
         *
         * @param changes how often it changed, this change included
         * @param within the time in which it did
         */
        record Flaps(int changes, Duration within) implements Told {}

        /**
         * That it still flaps.
         *
         * @param changes how often it changed since the last line, this change included
         */
        record StillFlaps(int changes) implements Told {}
    }

    private static final class Changes {

        private final Deque<Instant> newestFirst = new ArrayDeque<>();
        private boolean flapping;
        private Instant toldAt = Instant.MIN;
        private int untold;

        Optional<Told> add(Instant at) {
            newestFirst.removeIf(before -> before.isBefore(at.minus(WINDOW)));
            newestFirst.addFirst(at);
            if (!flapping) {
                flapping = newestFirst.size() > MOST;
                toldAt = at;
                return Optional.of(flapping ? new Told.Flaps(newestFirst.size(), WINDOW) : new Told.Change());
            }
            while (newestFirst.size() > MOST) {
                newestFirst.removeLast();
            }
            untold++;
            if (!at.isBefore(toldAt.plus(PAUSE))) {
                var told = new Told.StillFlaps(untold);
                toldAt = at;
                untold = 0;
                return Optional.of(told);
            }
            return Optional.empty();
        }

        /** Also when the clock was set back, for nothing can be told from then. */
        boolean haveCeasedFor(Duration time, Instant at) {
            Instant newest = newestFirst.getFirst();
            return at.isBefore(newest) || !at.isBefore(newest.plus(time));
        }

        boolean areOver(Instant at) {
            return haveCeasedFor(WINDOW, at);
        }
    }
}
