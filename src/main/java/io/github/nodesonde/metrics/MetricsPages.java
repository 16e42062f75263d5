package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.TextFormat;
import io.github.nodesonde.health.NodeJudgement;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

/** The pages that a scraper may ask for, made from the newest judgements. Thread-safe. */
public interface MetricsPages {

    /** The shared registry's series, and beside them the nodes' own, merged; as far as they are wanted. */
    MergedPage of(Wanted wanted);

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

    /**
     * Which series are wanted.
     *
     * @param nodes whether those of nodes are
     * @param network the network whose series and whose nodes' series alone are; empty for every network and the gateway
     * @param names of families or series that alone are; empty for all. A family comes whole
     */
    record Wanted(boolean nodes, Optional<String> network, Set<String> names) {

        public static final Wanted ALL = new Wanted(true, Optional.empty(), Set.of());

        public Wanted {
            names = Set.copyOf(names);
        }
    }
}
