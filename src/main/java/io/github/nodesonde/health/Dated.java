package io.github.nodesonde.health;

import java.time.Duration;

/**
 * A lens's memory, or a topic, that holds instants which its lens compares with others at its next look. When the clock was
 * set, what was seen is dated anew, and this must be too.
 */
public interface Dated {

    /**
     * The same, its instants being so much later.
     *
     * @param by negative when the clock was set back
     */
    Record later(Duration by);
}
