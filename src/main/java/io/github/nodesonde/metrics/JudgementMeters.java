package io.github.nodesonde.metrics;

import io.github.nodesonde.health.JudgementListener;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Reading;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
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
    private Map<Subject, SubjectMeters> bySubject = Map.of();

    JudgementMeters(MeterRegistry registry, PassedThrough passedThrough) {
        this.registry = registry;
        this.passedThrough = passedThrough;
    }

    @Override
    public synchronized void judged(Judgements before, Judgements now) {
        passedThrough.follow(now);
        Map<Subject, Portrait> portraits = portraits(now);
        var kept = new HashMap<Subject, SubjectMeters>();
        bySubject.forEach((subject, meters) -> {
            Portrait portrait = portraits.get(subject);
            if (portrait != null && meters.haveIdentity(portrait.identity)) {
                kept.put(subject, meters);
            } else {
                meters.removeAll();
            }
        });
        portraits.forEach((subject, portrait) -> kept.computeIfAbsent(
                        subject, _ -> new SubjectMeters(registry, portrait.identity))
                .show(portrait.readings));
        bySubject = kept;
    }

    private Map<Subject, Portrait> portraits(Judgements now) {
        Set<String> labelKeys = now.fleet().nodes().values().stream()
                .flatMap(node -> node.labels().keySet().stream())
                .collect(Collectors.toSet());
        var portraits = new HashMap<Subject, Portrait>();
        portraits.put(Subject.FLEET, new Portrait(Tags.empty(), Readings.of(now)));
        for (NetworkJudgement network : now.networks().values()) {
            Tags identity = Tags.of("network", network.network().name());
            portraits.put(Subject.of(network.network()), new Portrait(identity, Readings.of(network)));
        }
        for (NodeJudgement judgement : now.nodes().values()) {
            Node node = judgement.seen().node();
            Stream<Reading> readings = Stream.concat(Readings.of(judgement), passedThrough.readings(judgement));
            portraits.put(Subject.of(node), new Portrait(identity(node, labelKeys), readings));
        }
        return portraits;
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

    /** What is to be shown of one subject, once. */
    private record Portrait(Tags identity, Stream<Reading> readings) {}
}
