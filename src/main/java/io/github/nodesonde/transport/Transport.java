package io.github.nodesonde.transport;

import java.time.Duration;

/**
 * Puts questions. Thread-safe; blocks the calling thread, which is meant to be a virtual one, until the whole reply is
 * there or the deadline has passed.
 */
public interface Transport {

    /**
     * @param access how the server lets us in
     * @param deadline for the whole exchange: connect, headers, last byte, and every further URL of the question
     * @return the reply, whatever its status
     * @throws NoReply when there is none that is whole; its message never names an address or a credential
     * @throws InterruptedException when the thread was interrupted; the exchange is given up and says nothing of the node
     */
    Reply ask(Question question, Access access, Duration deadline) throws NoReply, InterruptedException;
}
