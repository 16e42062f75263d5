package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.TextFormat;
import io.github.nodesonde.health.NodeJudgement;
import java.io.IOException;
import java.io.OutputStream;

/** The pages that a scraper may ask for, made from the newest judgements. Thread-safe. */
public interface MetricsPages {

    /** Everything: the shared registry's series, and beside them the nodes' own, merged. */
    MergedPage whole();

    /** The gateway's own and the networks' series, without any series of a node. */
    MergedPage own();

    /**
     * One node's series alone, its passed-through ones among them, nothing of the gateway.
     *
     * @param labelled whether {@code node}, {@code network} and the operator's labels are printed
     */
    MergedPage ofNode(NodeJudgement node, boolean labelled);

    /** One node's series alone, labelled, as text 0.0.4: for who prints them and knows no page. */
    default void writeNode(NodeJudgement node, OutputStream out) throws IOException {
        TextFormat.PROMETHEUS_0_0_4.write(ofNode(node, true), out);
    }
}
