package io.github.nodesonde.metrics;

import io.github.nodesonde.health.JudgementListener;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keeps the meters of the shared registry in step with the newest judgements.
 *
 * <p>Series of a node carry {@code node}, {@code network} and every label key that the operator uses anywhere in the fleet,
 * empty where the node lacks it: one family has one set of keys. Series of a network carry {@code network} alone. In a fleet
 * of more nodes than the operator wants meters of, {@link NodePages} keeps the series of nodes instead: see ADR 0011.
 */
@Component
final class JudgementMeters implements JudgementListener {

    private final MeterRegistry registry;
    private final PassedThrough passedThrough;
    private final NodePages nodePages;
    private final NodeIdentities identities;
    private final int mostNodes;
    private final Map<Subject, SubjectMeters> bySubject = new HashMap<>();
    private Optional<Judgements> shown = Optional.empty();
    private Set<String> labelKeys = Set.of();

    JudgementMeters(
            MeterRegistry registry,
            PassedThrough passedThrough,
            NodePages nodePages,
            NodeIdentities identities,
            MetricsProperties properties) {
        this.registry = registry;
        this.passedThrough = passedThrough;
        this.nodePages = nodePages;
        this.identities = identities;
        this.mostNodes = properties.metersUpTo();
    }

    @Override
    public synchronized void judged(Judgements before, Judgements now) {
        boolean another = shown.isEmpty() || now.fleet() != shown.get().fleet();
        if (another) {
            follow(now.fleet());
        }
        Collection<NodeJudgement> renewed = another ? now.nodes().values() : now.renewedSince(before);
        passedThrough.follow(renewed);
        if (show(now.fleet())) {
            renewed.forEach(this::show);
        } else {
            nodePages.follow(renewed);
        }
        for (NetworkJudgement network : now.networks().values()) {
            Tags identity = Tags.of("network", network.network().name());
            show(Subject.of(network.network()), identity, Points.of(network));
        }
        show(Subject.FLEET, Tags.empty(), Points.of(now));
        shown = Optional.of(now);
    }

    /** Whether the nodes of such a fleet have meters; else {@link NodePages} holds their series. */
    boolean show(Fleet fleet) {
        return fleet.nodes().size() <= mostNodes;
    }

    /**
     * Makes something of the registry while no meter is renewed, so that all of them tell of the same judgements.
     *
     * @param reader given those judgements; none before the first
     */
    synchronized <T> T whileShown(Function<Optional<Judgements>, T> reader) {
        return reader.apply(shown);
    }

    /** Another fleet is in force, with other labels, and without some of the nodes. */
    private void follow(Fleet fleet) {
        Set<NodeId> nodes = fleet.nodes().keySet();
        labelKeys = fleet.nodes().values().stream()
                .flatMap(node -> node.labels().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
        passedThrough.retain(nodes);
        identities.retain(nodes);
        nodePages.retain(show(fleet) ? Set.of() : nodes);
        Set<Subject> subjects = Stream.of(
                        Stream.of(Subject.FLEET),
                        fleet.networks().values().stream().map(Subject::of),
                        fleet.nodes().values().stream().filter(_ -> show(fleet)).map(Subject::of))
                .flatMap(of -> of)
                .collect(Collectors.toSet());
        bySubject.entrySet().removeIf(entry -> {
            boolean gone = !subjects.contains(entry.getKey());
            if (gone) {
                entry.getValue().removeAll();
            }
            return gone;
        });
    }

    private void show(NodeJudgement judgement) {
        Node node = judgement.seen().node();
        show(Subject.of(node), identity(node, labelKeys), Points.of(judgement, passedThrough));
    }

    private void show(Subject subject, Tags identity, List<Point> points) {
        SubjectMeters meters = bySubject.get(subject);
        if (meters != null && !meters.haveIdentity(identity)) {
            meters.removeAll();
            meters = null;
        }
        if (meters == null) {
            meters = new SubjectMeters(registry, identity);
            bySubject.put(subject, meters);
        }
        meters.show(points);
    }

    private static Tags identity(Node node, Set<String> labelKeys) {
        Map<String, String> own = node.seriesLabels();
        return Tags.of(own.entrySet().stream()
                        .map(label -> Tag.of(label.getKey(), label.getValue()))
                        .toList())
                .and(labelKeys.stream()
                        .filter(key -> !own.containsKey(key))
                        .map(key -> Tag.of(key, ""))
                        .toList());
    }
}
