package io.github.nodesonde.health;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.nodesonde.health.NetworkJudgement.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Works out which node of a network runs what. */
final class Versions {

    private static final Comparator<Version> BY_NAME_AND_VERSION = Comparator.comparing(
                    (Version version) -> version.name().orElse(""))
            .thenComparing(version -> version.version().orElse(""));

    private Versions() {}

    /** By name and version; a node that tells neither is not among them. */
    static List<Version> of(List<NodeJudgement> nodes) {
        return nodes.stream()
                .filter(node -> !node.view().software().equals(Software.UNKNOWN))
                .collect(groupingBy(
                        node -> node.view().software(),
                        mapping(node -> node.seen().node().id(), toList())))
                .entrySet()
                .stream()
                .map(entry -> new Version(entry.getKey().name(), entry.getKey().version(), entry.getValue()))
                .sorted(BY_NAME_AND_VERSION)
                .toList();
    }

    /** The same, which stay what they were where every node runs what it ran. */
    static List<Version> of(List<NodeJudgement> nodes, List<NodeJudgement> before, Optional<NetworkJudgement> stood) {
        return stood.filter(_ -> runTheSame(nodes, before))
                .map(NetworkJudgement::versions)
                .orElseGet(() -> of(nodes));
    }

    @SuppressWarnings("ReferenceEquality") // Most are the very same, and need not be looked into.
    private static boolean runTheSame(List<NodeJudgement> nodes, List<NodeJudgement> before) {
        if (nodes.size() != before.size()) {
            return false;
        }
        for (int i = 0; i < nodes.size(); i++) {
            NodeJudgement now = nodes.get(i);
            NodeJudgement then = before.get(i);
            if (now != then
                    && !(now.seen().node().id().equals(then.seen().node().id())
                            && now.view().software().equals(then.view().software()))) {
                return false;
            }
        }
        return true;
    }
}
