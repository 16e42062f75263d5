package io.github.nodesonde.history;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps the history from being written, if anything does. It is told in the log when it begins, when its cause becomes
 * another, and when it ends; the longer it lasts, the more seldom is it tried anew. Not thread-safe.
 */
final class Setback {

    private static final Logger LOG = LoggerFactory.getLogger(Setback.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private Duration pause = Duration.ZERO;
    private String told = "";

    boolean lasts() {
        return !pause.isZero();
    }

    /** How long to wait before the next attempt; nothing while all is well. */
    Duration pause() {
        return pause;
    }

    void began(Throwable failure) {
        Throwable root = root(failure);
        if (!told.equals(kind(root))) {
            told = kind(root);
            LOG.warn(
                    "The history cannot be written, its records wait: {}: {}",
                    root.getClass().getSimpleName(),
                    root.getMessage());
            LOG.debug("What kept the history from being written", failure);
        }
        Duration doubled = lasts() ? pause.multipliedBy(2) : FIRST_PAUSE;
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** @param waiting how many records have yet to be written */
    void ended(int waiting) {
        if (lasts()) {
            LOG.info("The history is written again; {} records wait", waiting);
            pause = Duration.ZERO;
            told = "";
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Alike for failures whose words differ in a number only, such as how long was waited. */
    private static String kind(Throwable root) {
        String name = root.getClass().getName();
        return root instanceof SQLException refusal ? name + " " + refusal.getSQLState() : name;
    }
}
