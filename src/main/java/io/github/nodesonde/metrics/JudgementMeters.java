package io.github.nodesonde.metrics;

import io.github.nodesonde.health.JudgementListener;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Reading;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keeps the meters of the shared registry in step with the newest judgements.
 *
 * <p>Series of a node carry {@code node}, {@code network} and every label key that the operator uses anywhere in the fleet,
 * empty where the node lacks it: one family has one set of keys. Series of a network carry {@code network} alone.
 */
@Component
final class JudgementMeters implements JudgementListener {

    private final MeterRegistry registry;
    private final PassedThrough passedThrough;
    private final Map<Subject, SubjectMeters> bySubject = new HashMap<>();
    private Fleet followed = Fleet.EMPTY;
    private Set<String> labelKeys = Set.of();

    JudgementMeters(MeterRegistry registry, PassedThrough passedThrough) {
        this.registry = registry;
        this.passedThrough = passedThrough;
    }

    @Override
    public synchronized void judged(Judgements before, Judgements now) {
        boolean another = now.fleet() != followed;
        if (another) {
            follow(now.fleet());
        }
        Collection<NodeJudgement> renewed = another ? now.nodes().values() : now.renewedSince(before);
        passedThrough.follow(renewed);
        // Nodes first: whoever sees a network's counts finds the nodes that were counted.
        for (NodeJudgement judgement : renewed) {
            Node node = judgement.seen().node();
            Stream<Reading> readings = Stream.concat(Readings.of(judgement), passedThrough.readings(judgement));
            show(Subject.of(node), identity(node, labelKeys), readings);
        }
        for (NetworkJudgement network : now.networks().values()) {
            Tags identity = Tags.of("network", network.network().name());
            show(Subject.of(network.network()), identity, Readings.of(network));
        }
        show(Subject.FLEET, Tags.empty(), Readings.of(now));
    }

    /** Another fleet is in force, with other labels, and without some of the nodes. */
    private void follow(Fleet fleet) {
        labelKeys = fleet.nodes().values().stream()
                .flatMap(node -> node.labels().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
        passedThrough.retain(fleet.nodes().keySet());
        Set<Subject> subjects = Stream.of(
                        Stream.of(Subject.FLEET),
                        fleet.networks().values().stream().map(Subject::of),
                        fleet.nodes().values().stream().map(Subject::of))
                .flatMap(of -> of)
                .collect(Collectors.toSet());
        bySubject.entrySet().removeIf(entry -> {
            boolean gone = !subjects.contains(entry.getKey());
            if (gone) {
                entry.getValue().removeAll();
            }
            return gone;
        });
        followed = fleet;
    }

    private void show(Subject subject, Tags identity, Stream<Reading> readings) {
        SubjectMeters meters = bySubject.get(subject);
        if (meters != null && !meters.haveIdentity(identity)) {
            meters.removeAll();
            meters = null;
        }
        if (meters == null) {
            meters = new SubjectMeters(registry, identity);
            bySubject.put(subject, meters);
        }
        meters.show(readings);
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
