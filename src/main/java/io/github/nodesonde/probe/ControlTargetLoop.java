package io.github.nodesonde.probe;

import io.github.nodesonde.observation.ControlTarget;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.text.PrintableText;
import io.github.nodesonde.transport.Access;
import io.github.nodesonde.transport.NoReply;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Asks the control target again and again, if there is one, and writes down whether it can be reached. Whatever it replies
 * proves that it can. One that the target policy forbids is told once and then has no say.
 */
@Component
final class ControlTargetLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ControlTargetLoop.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration CONFIRM_AFTER = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final @Nullable URI target;
    private final Transport transport;
    private final ObservationLog log;
    private final Duration interval;
    private final Duration confirmAfter;
    private @Nullable Thread asking;

    @Autowired
    ControlTargetLoop(ControlTargetProperties properties, Transport transport, ObservationLog log) {
        this(properties, transport, log, INTERVAL, CONFIRM_AFTER);
    }

    /**
     * @param interval between the end of a round and the start of the next while it is reached
     * @param confirmAfter the same while it is not
     */
    ControlTargetLoop(
            ControlTargetProperties properties,
            Transport transport,
            ObservationLog log,
            Duration interval,
            Duration confirmAfter) {
        this.target = properties.controlTarget();
        this.transport = transport;
        this.log = log;
        this.interval = interval;
        this.confirmAfter = confirmAfter;
    }

    @Override
    public synchronized void start() {
        if (target != null && asking == null) {
            log.control(Optional.of(ControlTarget.REACHED));
            asking = Thread.ofVirtual().name("control-target").start(() -> askForEver(target));
        }
    }

    @Override
    public synchronized void stop() {
        if (asking != null) {
            asking.interrupt();
            asking = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return asking != null;
    }

    private void askForEver(URI url) {
        var question = new Question.Get(url);
        ControlTarget seen = ControlTarget.REACHED;
        try {
            while (true) {
                Optional<String> failure = failure(question);
                tell(seen, failure);
                seen = failure.isPresent() ? seen.afterFailure() : ControlTarget.REACHED;
                log.control(Optional.of(seen));
                Thread.sleep(failure.isPresent() ? confirmAfter : interval);
            }
        } catch (Forbidden e) {
            log.control(Optional.empty());
            LOG.warn("nodesonde.control-target is not asked and has no say: {}", e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why it could not be reached; empty when it could. */
    private Optional<String> failure(Question question) throws InterruptedException, Forbidden {
        try {
            transport.ask(question, Access.FREE, TIMEOUT);
            return Optional.empty();
        } catch (NoReply e) {
            return switch (e.why()) {
                case MALFORMED, TOO_LARGE -> Optional.empty();
                case FORBIDDEN -> throw new Forbidden(e.getMessage());
                case UNREACHABLE, NO_CONNECTION, TIMED_OUT, CONNECT_TIMED_OUT, UNUSABLE_FILE, NO_ROOM ->
                    Optional.of(PrintableText.of(String.valueOf(e.getMessage())));
            };
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(PrintableFault.of(e)).log("the gateway's own fault while asking the control target");
            return Optional.of("the gateway failed: " + e.getClass().getSimpleName());
        }
    }

    private static void tell(ControlTarget before, Optional<String> failure) {
        if (failure.isPresent() && before.failedRounds() == 0) {
            LOG.warn("the control target cannot be reached: {}", failure.get());
        } else if (failure.isEmpty() && before.failedRounds() > 0) {
            LOG.info("the control target can be reached again");
        }
    }

    /** The target policy says no. */
    private static final class Forbidden extends Exception {

        private static final long serialVersionUID = 1L;

        Forbidden(@Nullable String message) {
            super(message);
        }
    }
}
