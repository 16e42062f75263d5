package io.github.nodesonde.health;

import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Reading;
import java.time.Instant;
import java.util.List;

/**
 * One node, judged.
 *
 * @param since when the node got this verdict
 * @param findings worst first
 * @param derived readings of this node that the lens worked out; reported ones are in {@code seen}
 */
public record NodeJudgement(
        NodeSnapshot seen,
        NodeView view,
        Verdict verdict,
        Instant since,
        List<Finding> findings,
        List<Reading> derived) {

    public NodeJudgement {
        findings = List.copyOf(findings);
        derived = List.copyOf(derived);
    }
}
