package io.github.nodesonde.health;

import static java.util.stream.Collectors.groupingBy;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Reading;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A network seen through its lens. Has a view of every node, also where there is no lens or it failed. */
final class Sight {

    private final NetworkView view;
    private final Set<String> rules;
    private final Optional<String> failed;
    private final Map<Subject, List<Finding>> findings;
    private final Map<Subject, List<Reading>> derived;

    private Sight(NetworkView view, Set<String> rules, Optional<String> failed) {
        this.view = view;
        this.rules = rules;
        this.failed = failed;
        this.findings = view.findings().stream().collect(groupingBy(Finding::subject));
        this.derived = view.readings().stream().collect(groupingBy(Reading::subject));
    }

    /**
     * What the lens tells; a node that it left out is one that nothing is told of.
     *
     * @param rules the ids of what the lens may find
     */
    static Sight of(NetworkSnapshot seen, NetworkView view, Set<String> rules) {
        if (seen.nodes().stream()
                .allMatch(node -> view.nodes().containsKey(node.node().id()))) {
            return new Sight(view, rules, Optional.empty());
        }
        var nodes = new HashMap<>(view.nodes());
        for (NodeSnapshot node : seen.nodes()) {
            nodes.computeIfAbsent(node.node().id(), _ -> NodeView.untold(node.node()));
        }
        return new Sight(
                new NetworkView(view.progress(), nodes, view.readings(), view.topics(), view.findings(), view.memory()),
                rules,
                Optional.empty());
    }

    /** Nothing is told, for there is no lens. */
    static Sight without(NetworkSnapshot seen) {
        return of(
                seen,
                new NetworkView(Optional.empty(), Map.of(), List.of(), new LinkedHashMap<>(), List.of()),
                Set.of());
    }

    /** Nothing is told, for this lens failed. */
    static Sight failed(NetworkSnapshot seen, String lens) {
        return new Sight(without(seen).view, Set.of(), Optional.of(lens));
    }

    NetworkView view() {
        return view;
    }

    /** The lens, where it failed. */
    Optional<String> failed() {
        return failed;
    }

    NodeView node(NodeId id) {
        return Objects.requireNonNull(view.nodes().get(id), "every node has a view");
    }

    /** Whether the lens finds something on the subject. */
    boolean finds(Subject subject) {
        return findings.containsKey(subject);
    }

    /** Whether it was the lens that found this, at this look or another. */
    boolean isOfLens(Finding finding) {
        return rules.contains(finding.rule());
    }

    List<Finding> findings(Subject subject) {
        return findings.getOrDefault(subject, List.of());
    }

    List<Reading> derived(Subject subject) {
        return derived.getOrDefault(subject, List.of());
    }
}
