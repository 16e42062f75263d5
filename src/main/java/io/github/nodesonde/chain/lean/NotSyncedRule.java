package io.github.nodesonde.chain.lean;

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

/** Degrades a node that is known not to be synced; one of which that is unknown is left alone. */
@Component
final class NotSyncedRule implements LeanRule {

    @Override
    public String rule() {
        return "not-synced";
    }

    @Override
    public Optional<Finding> judge(NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return Optional.ofNullable(view.nodes().get(seen.node().id()))
                .flatMap(NodeView::progress)
                .filter(progress -> progress.synced().equals(Optional.of(false)))
                .map(progress ->
                        Finding.of(Subject.of(seen.node()), rule(), Verdict.DEGRADED, because(progress), seen.asOf()));
    }

    private static String because(Progress progress) {
        return progress.syncedReported().equals(Optional.of(false))
                ? "the node says that it is not synced"
                : progress.head()
                        .flatMap(head -> progress.target()
                                .map(target -> "head slot " + head + " is " + (target - head)
                                        + " behind where it should be, " + target))
                        .orElse("its head is too far behind");
    }
}
