package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which series of a node may be handed on. A family of which a sample is named like a signal of ours, or with our prefix,
 * is not, nor is the one that tells when it was created: the series of that name is ours. What the operator does not want
 * is not either. Neither counts as left out.
 */
@Component
final class PassageRules {

    private static final String OUR_PREFIX = "nodesonde_";

    private final Set<String> ours = new HashSet<>();
    private final NamePatterns include;
    private final NamePatterns exclude;
    private final LabelLimits labels;

    PassageRules(List<SignalSource> sources, PassthroughProperties properties) {
        sources.stream().flatMap(source -> source.signals().stream()).forEach(this::reserve);
        include = NamePatterns.parse("nodesonde.passthrough.include", properties.include());
        exclude = NamePatterns.parse("nodesonde.passthrough.exclude", properties.exclude());
        labels = new LabelLimits(properties.maxLabels(), properties.maxLabelValueLength());
    }

    private void reserve(Signal signal) {
        String name = signal.name();
        ours.add(name);
        ours.add(name + "_created");
        if (name.endsWith("_total")) {
            ours.add(name.substring(0, name.length() - "_total".length()) + "_created");
        }
    }

    /**
     * @param before what was handed on of the same node until now
     * @param mostOfNode series that one node may have
     * @param room series that all nodes together leave to this one
     */
    Passage apply(List<Page> told, Passage before, int mostOfNode, int room) {
        return before.renewed(told)
                .filter(renewed -> renewed.series() <= Math.min(mostOfNode, room))
                .orElseGet(() -> select(told, before, mostOfNode, room));
    }

    private Passage select(List<Page> told, Passage before, int mostOfNode, int room) {
        var selection = new PassageSelection(before, labels);
        told.forEach(page -> selection.add(page, page.only(this::passes)));
        return selection.within(mostOfNode, room);
    }

    boolean passes(Family family) {
        return family.sampleNames().stream().noneMatch(this::isOurs)
                && (include.areNone() || include.match(family.name()))
                && !exclude.match(family.name());
    }

    private boolean isOurs(String name) {
        return name.startsWith(OUR_PREFIX) || ours.contains(name);
    }
}
