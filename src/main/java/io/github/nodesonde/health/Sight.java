package io.github.nodesonde.health;

import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A network seen through its lens. Has a view of every node, also where there is no lens or it failed. */
final class Sight {

    private final NetworkView view;
    private final PerNode<NodeView> nodes;
    private final Set<String> rules;
    private final Optional<String> failed;
    private final About<Finding> findings;
    private final About<Reading> derived;

    private Sight(NetworkView view, PerNode<NodeView> nodes, Set<String> rules, Optional<String> failed) {
        this.view = view;
        this.nodes = nodes;
        this.rules = rules;
        this.failed = failed;
        this.findings = About.of(view.findings(), Finding::subject);
        this.derived = About.of(view.readings(), Reading::subject);
    }

    /**
     * What the lens tells; a node that it left out is one that nothing is told of.
     *
     * @param rules the ids of what the lens may find
     */
    static Sight of(NetworkSnapshot seen, NetworkView view, Set<String> rules) {
        return of(seen, view, rules, Optional.empty());
    }

    /** Nothing is told, for there is no lens. */
    static Sight without(NetworkSnapshot seen) {
        return of(seen, nothing(), Set.of(), Optional.empty());
    }

    /** Nothing is told, for this lens failed. */
    static Sight failed(NetworkSnapshot seen, String lens) {
        return of(seen, nothing(), Set.of(), Optional.of(lens));
    }

    private static NetworkView nothing() {
        return new NetworkView(Optional.empty(), Map.of(), List.of(), new LinkedHashMap<>(), List.of());
    }

    private static Sight of(NetworkSnapshot seen, NetworkView view, Set<String> rules, Optional<String> failed) {
        if (view.nodes() instanceof PerNode<NodeView> nodes && nodes.isOf(seen.nodes())) {
            return new Sight(view, nodes, rules, failed);
        }
        PerNode<NodeView> nodes = PerNode.of(seen.nodes(), Map.of(), (node, _) -> viewOf(node, view));
        return new Sight(
                new NetworkView(view.progress(), nodes, view.readings(), view.topics(), view.findings(), view.memory()),
                nodes,
                rules,
                failed);
    }

    private static NodeView viewOf(NodeSnapshot seen, NetworkView view) {
        return Optional.ofNullable(view.nodes().get(seen.node().id())).orElseGet(() -> NodeView.untold(seen.node()));
    }

    NetworkView view() {
        return view;
    }

    /** The lens, where it failed. */
    Optional<String> failed() {
        return failed;
    }

    /** The views of the nodes, in their order. */
    List<NodeView> nodes() {
        return nodes.inOrder();
    }

    /** Whether it was the lens that found this, at this look or another. */
    boolean isOfLens(Finding finding) {
        return rules.contains(finding.rule());
    }

    /** What the lens found on the network itself. */
    List<Finding> findings() {
        return findings.network();
    }

    List<Finding> findings(NodeSnapshot node) {
        return findings.of(node);
    }

    /** What the lens worked out of the network itself. */
    List<Reading> derived() {
        return derived.network();
    }

    List<Reading> derived(NodeSnapshot node) {
        return derived.of(node);
    }

    /** What is about the network, and what about its nodes. Where nothing is about any node, none is looked up. */
    private record About<T>(List<T> network, Map<NodeId, List<T>> nodes) {

        static <T> About<T> of(Collection<T> all, Function<T, Subject> subject) {
            var network = new ArrayList<T>();
            var nodes = new HashMap<NodeId, List<T>>();
            for (T one : all) {
                List<T> place = subject.apply(one) instanceof Subject.OfNode(NodeId id)
                        ? nodes.computeIfAbsent(id, _ -> new ArrayList<>())
                        : network;
                place.add(one);
            }
            return new About<>(network, nodes);
        }

        List<T> of(NodeSnapshot node) {
            return nodes.isEmpty() ? List.of() : nodes.getOrDefault(node.node().id(), List.of());
        }
    }
}
