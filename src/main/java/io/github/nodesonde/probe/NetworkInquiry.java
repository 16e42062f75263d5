package io.github.nodesonde.probe;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.ProbeResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Asks about one network, round by round, and may remember from one to the next how the other side likes to be asked. Its
 * rounds never overlap.
 */
public interface NetworkInquiry {

    /** From the start of one round to that of the next. An answer counts for three of them. */
    Duration interval();

    /** Whether a round brings something of this node; a round that fails counts as a failure of each such node. */
    boolean concerns(Node node);

    /**
     * Runs one round. Blocks the calling thread, which is a virtual one.
     *
     * @param nodes those of the network that it concerns, by id; may be empty
     * @param exchange the way to ask over HTTP, for this round only
     * @return what came of it for the network and for nodes; of a subject that is not named, nothing new is known
     * @throws RoundFailure when the round brought nothing
     */
    Map<Subject, ProbeResult> ask(List<Node> nodes, NetworkExchange exchange) throws RoundFailure, InterruptedException;
}
