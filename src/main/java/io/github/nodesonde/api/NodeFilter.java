package io.github.nodesonde.api;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which nodes are asked for. What is empty lets every node pass; the rest must all hold.
 *
 * @param labels operator's labels that the node must carry, each with that value
 * @param text occurs, in whatever case, in the id, the network, a label's value, the software, or a finding
 */
record NodeFilter(
        Optional<String> network,
        Optional<String> type,
        Optional<Verdict> verdict,
        List<LabelSelector> labels,
        Optional<String> text)
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
                && text.map(wanted -> mentions(judged, wanted)).orElse(true);
    }

    /** Whether some node could fail it. */
    boolean narrows() {
        return network.isPresent() || type.isPresent() || verdict.isPresent() || !labels.isEmpty() || text.isPresent();
    }

    private static boolean mentions(NodeJudgement judged, String wanted) {
        String sought = wanted.strip().toLowerCase(Locale.ROOT);
        return texts(judged).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
    }

    private static Stream<String> texts(NodeJudgement judged) {
        Node node = judged.seen().node();
        return Stream.of(
                        Stream.of(node.id().value(), node.network()),
                        node.labels().values().stream(),
                        judged.view().software().name().stream(),
                        judged.view().software().version().stream(),
                        judged.findings().stream().map(Finding::rule),
                        judged.findings().stream().map(Finding::because))
                .flatMap(texts -> texts);
    }
}
