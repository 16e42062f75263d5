package io.github.nodesonde.api;

import io.github.nodesonde.health.NodeJudgement;
import java.time.Instant;
import java.util.List;

/** One page of a list of nodes. A page past the end is empty. */
record NodesJson(List<NodeSummaryJson> items, int page, int size, int total) {

    /** @param now as of when the judgements are */
    static NodesJson of(List<NodeJudgement> all, int page, int size, Instant now) {
        return new NodesJson(
                all.stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(node -> NodeSummaryJson.of(node, now))
                        .toList(),
                page,
                size,
                all.size());
    }
}
