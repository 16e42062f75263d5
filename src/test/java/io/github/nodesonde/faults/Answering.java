package io.github.nodesonde.faults;

import java.io.IOException;

/** What a {@link FaultyServer} does when a question has come. */
@FunctionalInterface
public interface Answering {

    void answer(Conversation conversation) throws IOException, InterruptedException;
}
