package io.github.nodesonde.health;

import io.github.nodesonde.node.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Faults of our own that judging lives through. Whatever could not be judged because of one carries the finding
 * {@value #RULE} and is unknown, never green. Thread-safe.
 */
@Component
final class OwnFaults {

    static final String RULE = "internal";

    private static final Logger LOG = LoggerFactory.getLogger(OwnFaults.class);

    private final Set<Place> told = ConcurrentHashMap.newKeySet();

    /** Logs it with its stack, unless the same culprit failed at the same place before. */
    void tell(String culprit, Throwable fault) {
        if (told.add(Place.of(culprit, fault))) {
            LOG.atError()
                    .addKeyValue("culprit", culprit)
                    .setCause(fault)
                    .log("{} failed; this is a fault of the gateway and is logged once", culprit);
        }
    }

    /** Says that the subject could not be judged whole. */
    static Finding finding(Subject subject, List<String> culprits, Instant asOf) {
        return Finding.of(
                subject,
                RULE,
                Verdict.UNKNOWN,
                "not judged whole, a fault of the gateway: " + String.join(" and ", culprits) + " failed",
                asOf);
    }

    /** Where a fault came from: bounded in number by the code, whatever nodes send. */
    private record Place(String culprit, Class<?> type, Optional<StackTraceElement> frame) {

        static Place of(String culprit, Throwable fault) {
            return new Place(
                    culprit, fault.getClass(), Stream.of(fault.getStackTrace()).findFirst());
        }
    }
}
