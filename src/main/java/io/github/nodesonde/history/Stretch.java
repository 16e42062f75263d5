package io.github.nodesonde.history;

import io.github.nodesonde.text.SortableId;
import java.time.Instant;

/**
 * One unbroken time of watching: every change within it is recorded, or it ends before the first that is not.
 *
 * @param id sorts by the time at which it began
 */
record Stretch(String id, Instant beganAt) {

    static Stretch beginning(Instant at) {
        return new Stretch(SortableId.at(at), at);
    }
}
