package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.network.NetworkMemory;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Progress;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Degrades a node whose word about its sync is at odds with its head, in three rounds. */
@Component
final class SyncDisagreementRule implements LeanRule {

    @Override
    public String rule() {
        return "sync-disagreement";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return Optional.ofNullable(view.nodes().get(seen.node().id()))
                .filter(_ -> NetworkMemory.in(Optional.of(view)).isLastinglyDisputed(seen))
                .flatMap(NodeView::progress)
                .map(progress ->
                        Finding.of(Subject.of(seen.node()), rule(), Verdict.DEGRADED, because(progress), seen.asOf()));
    }

    private static String because(Progress progress) {
        String said = progress.syncedReported().orElse(false)
                ? "the node says that it is synced"
                : "the node says that it is not synced";
        return said
                + progress.distance()
                        .map(slots -> ", with its head " + slots + " slots behind where it should be")
                        .orElse("");
    }
}
