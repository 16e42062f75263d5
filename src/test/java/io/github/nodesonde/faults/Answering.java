package io.github.nodesonde.faults;

import java.io.IOException;
import java.time.Duration;

/** What a {@link FaultyServer} does when a question has come. */
@FunctionalInterface
public interface Answering {

    void answer(Conversation conversation) throws IOException, InterruptedException;

    /** The same, but another answer at that path. */
    default Answering butAt(String path, Answering other) {
        return c -> (c.path().equals(path) ? other : this).answer(c);
    }

    /** The same, and then the connection closed. */
    default Answering thenClosing() {
        return c -> {
            answer(c);
            c.close();
        };
    }

    /** The same after a while. */
    default Answering after(Duration time) {
        return c -> {
            c.pause(time);
            answer(c);
        };
    }
}
