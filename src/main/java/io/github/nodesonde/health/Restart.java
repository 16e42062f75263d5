package io.github.nodesonde.health;

import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Duration;
import java.util.Optional;

/** What is told of a node whose process started a short while ago, whatever its kind. Worsens nothing. */
public final class Restart {

    /** The id of the finding. */
    public static final String RULE = "restarted";

    private static final Duration NEWS = Duration.ofMinutes(10);
    private static final double MILLIS_PER_SECOND = 1000;

    private Restart() {}

    /** @param startedAt as the node tells it, in Unix seconds; one that lies ahead of our clock tells nothing, as does NaN */
    public static Optional<Finding> finding(NodeSnapshot seen, double startedAt) {
        double age = seen.asOf().toEpochMilli() / MILLIS_PER_SECOND - startedAt;
        return age >= 0 && age < NEWS.toSeconds()
                ? Optional.of(Finding.of(
                                Subject.of(seen.node()),
                                RULE,
                                Verdict.UP,
                                "its process started within the last ten minutes",
                                seen.asOf())
                        .measured(Math.floor(age), (double) NEWS.toSeconds()))
                : Optional.empty();
    }
}
