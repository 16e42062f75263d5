package io.github.nodesonde.history;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.NodeId;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a node or a network was not well. Immutable: a new value tells that it became worse, or ended.
 *
 * @param id a ULID: sorts by the time of opening
 * @param node empty for an incident of the network itself
 * @param verdict the worst it reached
 * @param rule the finding behind that worst verdict; empty where it follows from the verdicts of nodes
 * @param because that finding in words
 * @param openedAt when the first bad verdict was given, not when it had outlasted the hold
 * @param closedAt when the last bad verdict ended; empty while open
 */
public record Incident(
        String id,
        Optional<NodeId> node,
        String network,
        Verdict verdict,
        Optional<String> rule,
        String because,
        Instant openedAt,
        Optional<Instant> closedAt) {

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    /** The same, having reached this. */
    Incident worsened(Verdict verdict, Optional<String> rule, String because) {
        return new Incident(id, node, network, verdict, rule, because, openedAt, closedAt);
    }

    /** The same, ended then; never before it was opened. */
    Incident closed(Instant at) {
        return new Incident(
                id,
                node,
                network,
                verdict,
                rule,
                because,
                openedAt,
                Optional.of(at.isBefore(openedAt) ? openedAt : at));
    }
}
