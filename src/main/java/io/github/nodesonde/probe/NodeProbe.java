package io.github.nodesonde.probe;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.util.Optional;

/**
 * One thing a kind of node is asked. A bean; being one is all the registration there is. Used by many threads at once:
 * keeps no state.
 */
public sealed interface NodeProbe {

    /** The kind of node it is for. */
    String type();

    /** Its name in JSON, series, logs and {@code skip:}; unique within the kind. */
    String name();

    /**
     * Asked of each node by itself. Says what to ask and reads what came; does no I/O itself, so that deadlines and caps
     * cannot be forgotten. A round asks the probes of a node in the order of their beans ({@code @Order}), then of their
     * names.
     */
    non-sealed interface OfNode extends NodeProbe {

        /** The question for this node, made from what is known of it; empty when it does not apply. */
        Optional<Question> question(NodeSnapshot newest);

        /**
         * Reads a whole reply, of whatever status.
         *
         * @param seen what was known of the node when the question was made
         * @return answered or skipped
         * @throws BadAnswer when the reply is no answer to the question. Anything else thrown counts as our own fault.
         */
        ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer;
    }

    /**
     * Asked about a whole network, elsewhere than at its nodes, and at a pace of its own. What it brings of a node stands
     * beside what the node itself tells, but never counts for whether the node answers.
     */
    non-sealed interface OfNetwork extends NodeProbe {

        /**
         * How this network is to be asked about; empty when it is not. Made anew when the network or a node of it changes,
         * and dropped with it. Asks nothing yet.
         */
        Optional<NetworkInquiry> inquiry(Network network);
    }
}
