package io.github.nodesonde.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;

/**
 * Sends events to one reader, on the thread of its request, until the reader goes, the log ends or the reader turns out too
 * slow: a write took too long, or what it still had to be sent is no longer kept. Nothing waits for a reader but that thread.
 */
final class EventStream {

    /** How often a comment shows that the line is alive. */
    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** How long one write may take, however little is taken at a time. */
    static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    /** Tells the reader to come again two seconds after the line broke. */
    private static final String OPENING = "retry: 2000\n";

    private final EventLog log;
    private final EventFilter filter;
    private final OutputStream out;
    private final Duration heartbeat;
    private long position;
    private long nextBeat;
    private boolean slow;

    EventStream(EventLog log, EventFilter filter, OutputStream out) {
        this(log, filter, out, HEARTBEAT);
    }

    EventStream(EventLog log, EventFilter filter, OutputStream out, Duration heartbeat) {
        this.log = log;
        this.filter = filter;
        this.out = out;
        this.heartbeat = heartbeat;
    }

    /**
     * Blocks while the stream lasts.
     *
     * @param lastSeen what the reader says it saw last; empty at its first visit
     * @return whether it ended because the reader is too slow
     * @throws IOException when the reader is gone
     */
    boolean run(Optional<String> lastSeen) throws IOException, InterruptedException {
        open(lastSeen);
        nextBeat = System.nanoTime() + heartbeat.toNanos();
        while (!slow && !log.hasEnded()) {
            List<StreamEvent> events = log.after(position, Duration.ofNanos(Math.max(0, nextBeat - System.nanoTime())));
            if (!events.isEmpty()) {
                send(events);
            }
            beat();
        }
        return slow;
    }

    /** An id without data is no event, yet is what the reader names when it comes again. */
    private void open(Optional<String> lastSeen) throws IOException {
        Optional<EventId> known = lastSeen.flatMap(EventId::parse).filter(log::remembers);
        if (known.isPresent()) {
            position = known.get().number();
            write(OPENING + "\n");
        } else {
            EventId newest = log.newest();
            position = newest.number();
            write(OPENING + (lastSeen.isPresent() ? StreamEvent.text(newest, EventType.RESET, "{}") : place(newest)));
        }
    }

    private void send(List<StreamEvent> events) throws IOException {
        if (events.getFirst().number() != position + 1) {
            slow = true;
            return;
        }
        position = events.getLast().number();
        String wanted = events.stream().filter(filter).map(StreamEvent::text).collect(joining());
        if (!wanted.isEmpty()) {
            write(wanted);
        }
    }

    /** Tells the place too, which moves on while the filter lets nothing pass. */
    private void beat() throws IOException {
        long now = System.nanoTime();
        if (now - nextBeat >= 0 && !slow) {
            nextBeat = now + heartbeat.toNanos();
            write(": alive\n" + place(new EventId(log.newest().run(), position)));
        }
    }

    private static String place(EventId id) {
        return "id: " + id + "\n\n";
    }

    /** That a write took too long is told by the server's exception, within those of whoever handed it on. */
    private void write(String text) throws IOException {
        long began = System.nanoTime();
        try {
            out.write(text.getBytes(UTF_8));
            out.flush();
        } catch (IOException e) {
            if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof SocketTimeoutException)) {
                throw e;
            }
            slow = true;
        }
        slow |= System.nanoTime() - began > LONGEST_WRITE.toNanos();
    }
}
