package io.github.nodesonde.health;

import io.github.nodesonde.node.Fleet;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often a fleet is judged, so that judging takes a small part of one processor however large the fleet is. Thread-safe.
 *
 * <p>Measured on two cores: 2,000 nodes judged in full four times a second took four times what asking them took.
 */
@Component
final class JudgementPace {

    /** The shortest time between two judgings that nobody asked for. */
    static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);

    /** The longest: with what judging takes, there are new judgements each second. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(750);

    /** A judging is followed by so many times what it took. */
    private static final int PAUSES = 100;

    /** In a fleet up to this size, every node is judged each time. */
    private static final int SMALL_FLEET = 500;

    /** Longer than nodes usually are left alone: their rounds have them judged, and none is judged once more in between. */
    private static final Duration RENEW_AFTER = Duration.ofSeconds(20);

    private volatile Duration pause = SHORTEST_PAUSE;

    /** A judging took so long. */
    void took(Duration time) {
        pause = Duration.ofNanos(
                Math.clamp(time.multipliedBy(PAUSES).toNanos(), SHORTEST_PAUSE.toNanos(), LONGEST_PAUSE.toNanos()));
    }

    /** From the end of a judging to the next that nobody asked for. */
    Duration pause() {
        return pause;
    }

    /** How long the judgement of a node may stand while nothing about that node is new, though others may have changed. */
    Duration renewAfter(Fleet fleet) {
        return fleet.nodes().size() <= SMALL_FLEET ? Duration.ZERO : RENEW_AFTER;
    }
}
