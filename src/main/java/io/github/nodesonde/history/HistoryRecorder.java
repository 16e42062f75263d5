package io.github.nodesonde.history;

import io.github.nodesonde.health.JudgementListener;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.node.Fleet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Hears what is judged and hands it to whoever writes it down; never waits. When a change is lost, the clock was set back or
 * nothing was judged for long, the stretch of watching ends there, and another begins with everything as it then is.
 */
final class HistoryRecorder implements JudgementListener {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryRecorder.class);

    /** A clock may be slewed back so far without being distrusted. */
    private static final Duration SLEW = Duration.ofSeconds(5);
    /** The time between two judgings after which nobody can say that the watch went on; it is one second at most. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final EntryQueue queue;
    private final IncidentTracker incidents;
    private final VerdictTracker verdicts = new VerdictTracker();
    private final ObjectProvider<IncidentListener> listeners;
    private final LongSupplier nanos;
    private final AtomicReference<List<Incident>> resumed = new AtomicReference<>(List.of());

    private Instant newest = Instant.MIN;
    private boolean recording;
    private long lostBefore;

    HistoryRecorder(
            EntryQueue queue,
            IncidentTracker incidents,
            ObjectProvider<IncidentListener> listeners,
            LongSupplier nanos) {
        this.queue = queue;
        this.incidents = incidents;
        this.listeners = listeners;
        this.nanos = nanos;
    }

    /** Lets incidents go on that were open when the gateway ended. From any thread; counts from the next judging. */
    void resume(List<Incident> open) {
        resumed.set(List.copyOf(open));
    }

    @Override
    public void judged(Judgements before, Judgements now) {
        if (now.fleet() == Fleet.EMPTY) {
            return;
        }
        var told = new ArrayList<>(incidents.resume(resumed.getAndSet(List.of())));
        told.addAll(incidents.follow(now, nanos.getAsLong()));
        record(now, told);
        told.forEach(incident -> listeners.orderedStream().forEach(listener -> listener.told(incident)));
    }

    private void record(Judgements now, List<Incident> told) {
        Instant asOf = now.asOf().truncatedTo(ChronoUnit.MICROS);
        boolean goesOn = recording && goesOn(asOf);
        Instant at = goesOn && asOf.isBefore(newest) ? newest : asOf;
        newest = at;
        List<Entry> entries = new ArrayList<>(verdicts.follow(now, at));
        told.forEach(incident -> entries.add(new Entry.OfIncident(incident)));
        if (goesOn) {
            recording = queue.add(entries, at);
            if (!recording) {
                LOG.warn("The history takes no more: changes are lost until its database takes what waits");
            }
        } else {
            recording = begin(now, at, told, entries.size());
        }
    }

    private boolean goesOn(Instant asOf) {
        return !asOf.isBefore(newest.minus(SLEW)) && !asOf.isAfter(newest.plus(LONGEST_PAUSE));
    }

    private boolean begin(Judgements now, Instant at, List<Incident> told, int changes) {
        List<Incident> open = incidents.open();
        int all = 1 + now.networks().size() + now.nodes().size() + open.size() + told.size();
        if (!queue.hasRoomFor(all)) {
            queue.lose(changes);
            return false;
        }
        verdicts.forget();
        List<Entry> entries = new ArrayList<>(verdicts.follow(now, at));
        open.forEach(incident -> entries.add(new Entry.OfIncident(incident)));
        told.stream()
                .filter(incident -> !incident.isOpen())
                .forEach(incident -> entries.add(new Entry.OfIncident(incident)));
        queue.begin(Stretch.beginning(at));
        boolean added = queue.add(entries, at);
        if (queue.lost() > lostBefore) {
            LOG.warn("The history is recorded again; {} changes were lost", queue.lost() - lostBefore);
            lostBefore = queue.lost();
        }
        return added;
    }
}
