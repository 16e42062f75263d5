package io.github.nodesonde.api;

import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * How many streams may be open at once. Ends them all before the server waits for the requests under way, for they would
 * never end by themselves. Thread-safe.
 */
@Component
final class OpenStreams implements SmartLifecycle {

    private static final String COME_AGAIN_SECONDS = "5";

    private final EventLog log;
    private final int most;
    private final Semaphore places;
    private final Counter dropped;
    private volatile boolean running;

    OpenStreams(EventLog log, ApiProperties properties, MeterRegistry registry) {
        this.log = log;
        this.most = properties.maxEventStreams();
        this.places = new Semaphore(most);
        this.dropped = Counter.builder(StreamSignals.DROPPED.name())
                .description(StreamSignals.DROPPED.help())
                .register(registry);
        Gauge.builder(StreamSignals.OPEN.name(), places, free -> most - free.availablePermits())
                .description(StreamSignals.OPEN.help())
                .strongReference(true)
                .register(registry);
    }

    /** Counts a stream that ended because its reader is too slow. */
    void countDropped() {
        dropped.increment();
    }

    /** @throws Problem when all places are taken */
    Place take() {
        if (!places.tryAcquire()) {
            var busy = new Problem(
                    ProblemType.BUSY,
                    "Expected at most %d streams of events at once, and all are taken.".formatted(most));
            busy.getHeaders().set(HttpHeaders.RETRY_AFTER, COME_AGAIN_SECONDS);
            throw busy;
        }
        return places::release;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        log.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A stream's place, given back when it ends. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }
}
