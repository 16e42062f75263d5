package io.github.nodesonde.history;

import static org.awaitility.Awaitility.await;

import io.github.nodesonde.health.Judgements;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A history that is written, and fed by hand. */
final class RunningHistory implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Database database;
    final EntryQueue queue;
    final HistoryRecorder recorder;
    final HistoryWriter writer;
    final History history;
    final List<Incident> told = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    RunningHistory(HistoryProperties properties, Duration hold) {
        database = new Database(properties);
        queue = new EntryQueue(properties.queue());
        var listeners = new StaticListableBeanFactory();
        IncidentListener listener = told::add;
        listeners.addBean("listener", listener);
        recorder = new HistoryRecorder(
                queue, new IncidentTracker(hold), listeners.getBeanProvider(IncidentListener.class), nanos::get);
        writer = new HistoryWriter(queue, recorder, database, properties, Clock.systemUTC());
        history = new SqlHistory(database);
    }

    static RunningHistory start(HistoryProperties properties, Duration hold) {
        var running = new RunningHistory(properties, hold);
        running.writer.start();
        return running;
    }

    RunningHistory judge(Judgements... each) {
        for (Judgements now : each) {
            nanos.set(Duration.between(Moment.START, now.asOf()).toNanos());
            recorder.judged(now, now);
        }
        return this;
    }

    /** Waits until the database has all of it. */
    RunningHistory written() {
        await().atMost(PATIENCE).until(() -> database.isOpen() && queue.next(1).isEmpty());
        return this;
    }

    @Override
    public void close() {
        writer.stop();
    }
}
