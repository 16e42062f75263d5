package io.github.nodesonde.api;

import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which nodes are asked for. What is empty lets every node pass; the rest must all hold.
 *
 * @param labels operator's labels that the node must carry, each with that value
 * @param text holds of the id, the network, a label's value, the software, or a finding
 */
record NodeFilter(
        Optional<String> network,
        Optional<String> type,
        Optional<Verdict> verdict,
        List<LabelSelector> labels,
        Optional<Predicate<String>> text)
        implements Predicate<NodeJudgement> {

    /** One {@code key:value}. */
    record LabelSelector(String key, String value) {}

    @Override
    public boolean test(NodeJudgement judged) {
        Node node = judged.seen().node();
        return network.map(node.network()::equals).orElse(true)
                && type.map(node.type()::equals).orElse(true)
                && verdict.map(judged.verdict()::equals).orElse(true)
                && labels.stream()
                        .allMatch(label -> label.value().equals(node.labels().get(label.key())))
                && text.map(sought -> mentions(judged, sought)).orElse(true);
    }

    /** Whether some node could fail it. */
    boolean narrows() {
        return network.isPresent() || type.isPresent() || verdict.isPresent() || !labels.isEmpty() || text.isPresent();
    }

    private static boolean mentions(NodeJudgement judged, Predicate<String> sought) {
        Node node = judged.seen().node();
        Software software = judged.view().software();
        return sought.test(node.id().value())
                || sought.test(node.network())
                || node.labels().values().stream().anyMatch(sought)
                || software.name().filter(sought).isPresent()
                || software.version().filter(sought).isPresent()
                || judged.findings().stream()
                        .anyMatch(finding -> sought.test(finding.rule()) || sought.test(finding.because()));
    }
}
