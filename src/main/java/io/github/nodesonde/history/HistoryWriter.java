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
 * Writes down what waits, on a thread of its own, within a quarter of a second while the database takes it. While it does
 * not, tries anew ever more seldom; whatever fails is tried again whole. Starts before judging does and ends after it.
 */
final class HistoryWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);

    private static final int LARGEST_BATCH = 5_000;
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** How often it is written that the watch goes on though nothing changes: so much is unknown after a crash. */
    private static final Duration BEAT = Duration.ofSeconds(2);

    private static final Duration FORGETTING = Duration.ofHours(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
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

    private boolean running;
    private Duration retry = Duration.ZERO;
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
            while (!stop.await(retry.toMillis(), TimeUnit.MILLISECONDS)) {
                queue.await(PAUSE);
                attempt();
            }
            wroteAt -= BEAT.toNanos();
            while (retry.isZero() && queue.next(1).isPresent()) {
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
            if (!retry.isZero()) {
                LOG.info("The history is written again; {} records wait", queue.size());
                retry = Duration.ZERO;
            }
        } catch (IOException | RuntimeException | Error failure) {
            if (retry.isZero()) {
                LOG.warn("The history cannot be written, its records wait: {}", words(failure));
                LOG.debug("What kept the history from being written", failure);
            }
            retry = next(retry);
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

    private static Duration next(Duration retry) {
        Duration doubled = retry.isZero() ? FIRST_RETRY : retry.multipliedBy(2);
        return doubled.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : doubled;
    }

    private static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
