package io.github.nodesonde.probe;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/**
 * Logs that asking about a network, or about one node of it, fails: when that starts and when it ends. A round that fails
 * as a whole is one line, however many nodes it leaves unread. Thread-safe.
 */
@Component
final class NetworkFailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkFailureLog.class);

    private final ConcurrentMap<Key, Map<Subject, Reason>> failing = new ConcurrentHashMap<>();

    /** Compares what came of a round with what came of those before it. */
    void compare(NetworkTask task, Map<Subject, ProbeResult> results) {
        var key = new Key(task.network(), task.probe());
        Map<Subject, Reason> before = failing.getOrDefault(key, Map.of());
        var now = new HashMap<>(before);
        results.forEach((subject, result) -> {
            if (result instanceof ProbeResult.Failed failed) {
                now.put(subject, failed.reason());
            } else {
                now.remove(subject);
            }
        });
        Subject whole = Subject.of(task.network());
        if (now.containsKey(whole)) {
            if (!before.containsKey(whole)) {
                started(task, whole, results.get(whole));
            }
            // What it says of single nodes is the consequence of this, before and after.
            failing.put(key, Map.of(whole, now.get(whole)));
            return;
        }
        now.keySet().stream()
                .filter(subject -> !before.containsKey(subject))
                .forEach(subject -> started(task, subject, results.get(subject)));
        before.forEach((subject, reason) -> {
            if (!now.containsKey(subject)) {
                line(LOG.atInfo(), task, subject, reason)
                        .log("{} of {} can be read again", task.probe(), words(subject));
            }
        });
        failing.put(key, now);
    }

    /** A bug shows in every round; its stack trace need not. */
    void ownFault(NetworkTask task, RuntimeException fault) {
        Subject whole = Subject.of(task.network());
        Map<Subject, Reason> before = failing.getOrDefault(new Key(task.network(), task.probe()), Map.of());
        if (before.get(whole) != Reason.INTERNAL) {
            line(LOG.atError(), task, whole, Reason.INTERNAL)
                    .setCause(PrintableFault.of(fault))
                    .log("the gateway's own fault while asking {} of {}", task.probe(), words(whole));
        }
    }

    /** Forgets networks that are no longer asked about. */
    void retain(Map<String, Network> networks) {
        failing.keySet()
                .removeIf(
                        key -> !key.network().equals(networks.get(key.network().name())));
    }

    private static void started(NetworkTask task, Subject subject, @Nullable ProbeResult result) {
        if (result instanceof ProbeResult.Failed(Reason reason, String detail)) {
            line(LOG.atWarn(), task, subject, reason)
                    .log("{} of {} cannot be read: {}", task.probe(), words(subject), detail);
        }
    }

    private static LoggingEventBuilder line(
            LoggingEventBuilder event, NetworkTask task, Subject subject, Reason reason) {
        LoggingEventBuilder told = event.addKeyValue("network", task.network().name())
                .addKeyValue("probe", task.probe())
                .addKeyValue("reason", reason.label());
        return subject instanceof Subject.OfNode(var id) ? told.addKeyValue("node", id.value()) : told;
    }

    private static String words(Subject subject) {
        return switch (subject) {
            case Subject.OfNode(var id) -> id.value();
            case Subject.OfNetwork(String name) -> name;
            case Subject.OfFleet _ -> "the fleet";
        };
    }

    private record Key(Network network, String probe) {}
}
