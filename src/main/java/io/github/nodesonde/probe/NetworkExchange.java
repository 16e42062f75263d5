package io.github.nodesonde.probe;

import io.github.nodesonde.transport.NoReply;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.time.Duration;

/**
 * Puts the questions of one round about a network, at the network's own URLs only, and within the time of the round. Blocks.
 */
@FunctionalInterface
public interface NetworkExchange {

    /**
     * @param deadline for this question; cut short where the time of the round ends before
     * @return the reply, whatever its status
     * @throws NoReply when there is none that is whole; when the question leads elsewhere or the time is up, nothing was sent
     */
    Reply ask(Question question, Duration deadline) throws NoReply, InterruptedException;
}
