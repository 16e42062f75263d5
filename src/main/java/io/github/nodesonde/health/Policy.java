package io.github.nodesonde.health;

import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Network;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the nodes of a network make of the network.
 *
 * @param minUp the network is down when fewer nodes than this remain; 0 asks for none
 */
record Policy(DownWhen downWhen, int minUp) {

    /** The network's own policy, or the gateway's where it has none. */
    static Policy of(Network network, DownWhen otherwise) {
        return new Policy(network.downWhen().orElse(otherwise), network.minUp());
    }

    /** Whether a network of {@code total} nodes, {@code missing} of which are lost, is lost as a whole. */
    boolean findsEnough(int missing, int total) {
        return downWhen.holds(missing, total) || total - missing < minUp;
    }

    /**
     * The verdict of a network: the worst of its own findings and of what its nodes amount to. Nodes in maintenance are
     * left out; without a node nothing is known, whatever else was found.
     */
    Verdict verdict(Counts nodes, List<Finding> own) {
        int judged = nodes.total() - nodes.of(Verdict.MAINTENANCE);
        if (judged == 0) {
            return nodes.total() == 0 ? Verdict.UNKNOWN : Verdict.MAINTENANCE;
        }
        return Verdict.worst(Stream.concat(own.stream().map(Finding::verdict), Stream.of(amount(nodes, judged))))
                .orElseThrow();
    }

    private Verdict amount(Counts nodes, int judged) {
        int down = nodes.of(Verdict.DOWN);
        if (findsEnough(down, judged)) {
            return Verdict.DOWN;
        }
        if (findsEnough(down + nodes.of(Verdict.UNKNOWN), judged)) {
            return Verdict.UNKNOWN;
        }
        return nodes.of(Verdict.UP) == judged ? Verdict.UP : Verdict.DEGRADED;
    }
}
