package io.github.nodesonde.health;

import io.github.nodesonde.health.NetworkJudgement.Version;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Tells of a network in which one software runs in more than one version. Worsens nothing. */
final class VersionMix {

    static final String RULE = "version-mix";

    private VersionMix() {}

    /** @param versions each once; those that lack a name or a version say nothing here */
    static Optional<Finding> of(Network network, List<Version> versions, Instant asOf) {
        var byName = new TreeMap<String, List<String>>();
        for (Version version : versions) {
            version.name()
                    .ifPresent(name -> version.version()
                            .ifPresent(number -> byName.computeIfAbsent(name, _ -> new ArrayList<>())
                                    .add(number)));
        }
        List<String> mixed = byName.entrySet().stream()
                .filter(software -> software.getValue().size() > 1)
                .map(software -> software.getKey() + " runs in " + String.join(" and in ", software.getValue()))
                .toList();
        return mixed.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(Subject.of(network), RULE, Verdict.UP, String.join("; ", mixed), asOf));
    }
}
