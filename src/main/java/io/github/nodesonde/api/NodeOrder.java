package io.github.nodesonde.api;

import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.NodeId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The orders in which nodes can be listed. Ties are broken by id. */
final class NodeOrder {

    static final Comparator<NodeJudgement> BY_ID =
            Comparator.comparing(judged -> judged.seen().node().id(), Comparator.<NodeId>naturalOrder());

    /** Worst first, maintenance last. */
    static final Comparator<NodeJudgement> WORST_FIRST =
            Comparator.comparing(NodeJudgement::verdict, worstFirst()).thenComparing(BY_ID);

    /** Whose verdict has stood longest first. */
    static final Comparator<NodeJudgement> BY_SINCE =
            Comparator.comparing(NodeJudgement::since).thenComparing(BY_ID);

    private NodeOrder() {}

    /** By the name that the query gives each. */
    static SequencedMap<String, Comparator<NodeJudgement>> byName() {
        var orders = new LinkedHashMap<String, Comparator<NodeJudgement>>();
        orders.put("id", BY_ID);
        orders.put("-verdict", WORST_FIRST);
        orders.put("since", BY_SINCE);
        return orders;
    }

    /** Down, unknown, degraded, up; maintenance stands apart and comes last. */
    static Comparator<Verdict> worstFirst() {
        return Comparator.comparing((Verdict verdict) -> verdict == Verdict.MAINTENANCE)
                .thenComparing(Comparator.reverseOrder());
    }
}
