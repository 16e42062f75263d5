package io.github.nodesonde.api;

import io.github.nodesonde.node.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The newest events, once for all who read them: a reader keeps nothing but its place. Bounded in number and size; the
 * oldest go first, and a reader that is still before them has lost its place. Thread-safe; adding never waits for a reader.
 */
@Component
final class EventLog {

    /** Every node of a large fleet may change its verdict at once. */
    static final int MOST_EVENTS = 16_384;

    static final long MOST_CHARACTERS = 8L << 20;

    private static final int LARGEST_BATCH = 256;

    private final JsonMapper json = ApiMessageConverter.mapper();
    private final long run;
    private final int mostEvents;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final NavigableMap<Long, StreamEvent> kept = new TreeMap<>();
    private long characters;
    private long newest;
    private boolean ended;

    @Autowired
    EventLog(RunningGateway gateway) {
        this(gateway.startedAt().toEpochMilli(), MOST_EVENTS);
    }

    EventLog(long run, int mostEvents) {
        this.run = run;
        this.mostEvents = mostEvents;
    }

    /** @param data a record of this package */
    void append(EventType type, Optional<NodeId> node, Optional<String> network, Record data) {
        String written = json.writeValueAsString(data);
        lock.lock();
        try {
            newest++;
            String text = StreamEvent.text(new EventId(run, newest), type, written);
            kept.put(newest, new StreamEvent(newest, node, network, text));
            characters += text.length();
            while (kept.size() > mostEvents || characters > MOST_CHARACTERS && kept.size() > 1) {
                characters -= kept.pollFirstEntry().getValue().text().length();
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The id of the newest event; of number 0 when there is none yet. */
    EventId newest() {
        lock.lock();
        try {
            return new EventId(run, newest);
        } finally {
            lock.unlock();
        }
    }

    /** Whether everything after that event can be told: it is of this run, has happened, and is not too long ago. */
    boolean remembers(EventId id) {
        lock.lock();
        try {
            return id.run() == run && id.number() <= newest && id.number() >= newest - kept.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The oldest events after that number, some at a time. Waits for one; empty when none came in time or the log has
     * ended. When the first is not the next, those between are lost.
     */
    List<StreamEvent> after(long number, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (newest <= number && !ended && left > 0) {
                left = news.awaitNanos(left);
            }
            return ended
                    ? List.of()
                    : kept.tailMap(number, false).values().stream()
                            .limit(LARGEST_BATCH)
                            .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Lets go everybody who waits: the gateway stops. */
    void end() {
        lock.lock();
        try {
            ended = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }
}
