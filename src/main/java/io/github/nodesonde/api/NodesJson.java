package io.github.nodesonde.api;

import io.github.nodesonde.health.NodeJudgement;
import java.util.List;

/** One page of a list of nodes. A page past the end is empty. */
record NodesJson(List<NodeSummaryJson> items, int page, int size, int total) {

    static NodesJson of(List<NodeJudgement> all, int page, int size) {
        return new NodesJson(
                all.stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(NodeSummaryJson::of)
                        .toList(),
                page,
                size,
                all.size());
    }
}
