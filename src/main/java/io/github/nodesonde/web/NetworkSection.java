package io.github.nodesonde.web;

import io.github.nodesonde.api.FindingJson;
import io.github.nodesonde.api.NetworkJson;
import io.github.nodesonde.api.Overview;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One network on the page, and those of its nodes that are shown. */
record NetworkSection(
        String name,
        String type,
        String verdict,
        String counts,
        String policy,
        Optional<String> head,
        Optional<String> distance,
        List<FindingJson> findings,
        List<NodeRow> nodes) {

    static NetworkSection of(Overview.Section section, Instant asOf) {
        NetworkJson network = section.network();
        return new NetworkSection(
                network.name(),
                network.type(),
                network.verdict(),
                Phrases.counts(network.nodes()),
                Phrases.policy(section.policy(), section.minUp()),
                Phrases.head(network.progress()),
                Phrases.distance(network.progress()),
                network.findings(),
                section.nodes().stream().map(node -> NodeRow.of(node, asOf)).toList());
    }
}
