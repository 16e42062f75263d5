package io.github.nodesonde.health;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.nodesonde.maintenance.MaintenanceSchedule;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.FleetSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Judges, one judging at a time, keeps the newest judgements and tells them to whoever listens. Thread-safe. Should
 * judging itself fail, nothing is known any more: what was green must not stay so.
 */
@Component
final class JudgementKeeper implements LatestJudgements {

    /** How long judgements count when nothing new is seen; ages pass all the same. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final LiveFleet live;
    private final ObservationLog log;
    private final Clock clock;
    private final Judge judge;
    private final JudgementPace pace;
    private final OwnFaults faults;
    private final ObjectProvider<MaintenanceSchedule> maintenance;
    private final ObjectProvider<JudgementListener> listeners;
    private final AtomicReference<Judgements> latest;
    private final ReentrantLock turn = new ReentrantLock();
    /** How far the log had come in the newest judging; guarded by {@code turn}. */
    private long judgedChanges = -1;

    /**
     * @param maintenance without one no node is in maintenance
     * @param listeners asked for at each judging and not here, for they may want the judgements themselves
     */
    JudgementKeeper(
            LiveFleet live,
            ObservationLog log,
            Clock clock,
            Judge judge,
            JudgementPace pace,
            OwnFaults faults,
            ObjectProvider<MaintenanceSchedule> maintenance,
            ObjectProvider<JudgementListener> listeners) {
        this.live = live;
        this.log = log;
        this.clock = clock;
        this.judge = judge;
        this.pace = pace;
        this.faults = faults;
        this.maintenance = maintenance;
        this.listeners = listeners;
        this.latest = new AtomicReference<>(judge.unjudged(0, clock.instant(), List.of()));
    }

    @Override
    public Judgements get() {
        return latest.get();
    }

    /** Callers that waited for each other share a judging that began after each of them had called. */
    @Override
    public Judgements refresh() {
        Instant asked = clock.instant();
        long seen = log.changes();
        turn.lock();
        try {
            boolean covered = judgedChanges >= seen
                    && !latest.get().asOf().isBefore(asked)
                    && latest.get().fleet() == live.now();
            return covered ? latest.get() : judge();
        } finally {
            turn.unlock();
        }
    }

    /** Judges when something was added to the log, the fleet is another, or the judgements have become too old. */
    void refreshIfDue() {
        turn.lock();
        try {
            Judgements newest = latest.get();
            Duration age = Duration.between(newest.asOf(), clock.instant()).abs();
            if (judgedChanges != log.changes() || newest.fleet() != live.now() || age.compareTo(LONGEST_PAUSE) >= 0) {
                judge();
            }
        } finally {
            turn.unlock();
        }
    }

    private Judgements judge() {
        long began = System.nanoTime();
        long changes = log.changes();
        Judgements before = latest.get();
        Judgements now = judged(before);
        latest.set(now);
        judgedChanges = changes;
        listeners.orderedStream().forEach(listener -> tell(listener, before, now));
        pace.took(Duration.ofNanos(System.nanoTime() - began));
        return now;
    }

    private Judgements judged(Judgements stood) {
        Optional<Duration> step = log.follow(clock);
        Instant asOf = clock.instant();
        try {
            Judgements before = step.map(stood::later).orElse(stood);
            Fleet fleet = live.now();
            FleetSnapshot seen =
                    log.snapshot(fleet, asOf, pace.renewAfter(fleet)).inMaintenance(inMaintenance(fleet, asOf));
            return judge.judge(fleet, seen, before);
        } catch (RuntimeException | StackOverflowError fault) {
            faults.tell("the judge", fault);
            return judge.unjudged(
                    stood.version() + 1, asOf, List.of(OwnFaults.finding(Subject.FLEET, List.of("the judge"), asOf)));
        }
    }

    private Set<NodeId> inMaintenance(Fleet fleet, Instant asOf) {
        return maintenance.stream()
                .flatMap(schedule -> schedule.nodesAt(fleet, asOf).stream())
                .collect(toUnmodifiableSet());
    }

    private void tell(JudgementListener listener, Judgements before, Judgements now) {
        try {
            listener.judged(before, now);
        } catch (RuntimeException | StackOverflowError fault) {
            faults.tell("listener " + listener.getClass().getName(), fault);
        }
    }
}
