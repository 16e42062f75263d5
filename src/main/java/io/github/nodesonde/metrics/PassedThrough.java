package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What nodes print themselves and we hand on, while it is fresh. A family of which a sample is named like a signal of
 * ours, or with our prefix, does not pass, nor does the one that tells when it was created: the series of that name is ours.
 */
@Component
final class PassedThrough {

    private static final String OUR_PREFIX = "nodesonde_";

    private final Set<String> ours = new HashSet<>();

    PassedThrough(List<SignalSource> sources) {
        sources.stream().flatMap(source -> source.signals().stream()).forEach(this::reserve);
    }

    private void reserve(Signal signal) {
        String name = signal.name();
        ours.add(name);
        ours.add(name + "_created");
        if (name.endsWith("_total")) {
            ours.add(name.substring(0, name.length() - "_total".length()) + "_created");
        }
    }

    /** The fresh pages of one node, as it printed them. */
    Stream<Page> of(NodeJudgement node) {
        return node.seen().fresh().flatMap(probe -> probe.answer().flatMap(ProbeResult.Answered::page).stream());
    }

    /** Whether a family of such a page is handed on. */
    boolean passes(Family family) {
        return family.sampleNames().stream().noneMatch(this::isOurs);
    }

    private boolean isOurs(String name) {
        return name.startsWith(OUR_PREFIX) || ours.contains(name);
    }
}
