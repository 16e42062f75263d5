package io.github.nodesonde.history;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Writes down what waits, on a thread of its own, within a quarter of a second while the database takes it. Whatever
 * fails is tried again whole, ever more seldom. Starts before judging does and ends after it.
 */
final class HistoryWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);

    private static final int LARGEST_BATCH = 5_000;
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** How often it is written that the watch goes on though nothing changes: so much is unknown after a crash. */
    private static final Duration BEAT = Duration.ofSeconds(2);

    private static final Duration FORGETTING = Duration.ofHours(1);
    private static final Duration LAST_WORDS = Duration.ofMillis(1_500);

    private final EntryQueue queue;
    private final HistoryRecorder recorder;
    private final Database database;
    private final Ledger ledger;
    private final HistoryProperties properties;
    private final Clock clock;
    private final AtomicLong written = new AtomicLong();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private final Setback setback = new Setback();

    private boolean running;
    private Optional<Stretch> taken = Optional.empty();
    private long wroteAt = System.nanoTime() - BEAT.toNanos();
    private long forgotAt = System.nanoTime() - FORGETTING.toNanos();

    HistoryWriter(
            EntryQueue queue, HistoryRecorder recorder, Database database, HistoryProperties properties, Clock clock) {
        this.queue = queue;
        this.recorder = recorder;
        this.database = database;
        this.ledger = new Ledger(database);
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("history").daemon().start(this::run);
    }

    @Override
    public void stop() {
        stop.countDown();
        try {
            if (!ended.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The history ends with {} records unwritten", queue.size());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return -1;
    }

    /** How many records were committed. */
    long written() {
        return written.get();
    }

    private void run() {
        try {
            while (!stop.await(setback.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                queue.await(PAUSE);
                attempt();
            }
            wroteAt -= BEAT.toNanos();
            while (!setback.lasts() && queue.next(1).isPresent()) {
                attempt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            database.close();
            ended.countDown();
        }
    }

    /** An error that got out would silently be the last attempt. */
    private void attempt() {
        try {
            write();
            setback.ended(queue.size());
        } catch (IOException | RuntimeException | Error failure) {
            setback.began(failure);
            database.close();
        }
    }

    private void write() throws IOException {
        if (!database.isOpen()) {
            database.open();
        }
        Optional<Batch> next = queue.next(LARGEST_BATCH).filter(this::isDue);
        if (next.isPresent()) {
            write(next.get());
        }
        if (System.nanoTime() - forgotAt >= FORGETTING.toNanos()) {
            int forgotten = ledger.forget(clock.instant().minus(properties.retention()), properties.maxChanges());
            LOG.debug("The history forgot {} records", forgotten);
            forgotAt = System.nanoTime();
        }
    }

    private boolean isDue(Batch batch) {
        return !batch.numbered().isEmpty() || System.nanoTime() - wroteAt >= BEAT.toNanos();
    }

    /** What was open before a stretch began is taken up again, for whoever watched then may have missed its end. */
    private void write(Batch batch) {
        boolean isNew = taken.filter(batch.stretch()::equals).isEmpty();
        if (isNew) {
            recorder.resume(ledger.open());
            taken = Optional.of(batch.stretch());
        }
        ledger.write(batch);
        queue.written(batch);
        written.addAndGet(batch.numbered().size());
        wroteAt = System.nanoTime();
    }
}
