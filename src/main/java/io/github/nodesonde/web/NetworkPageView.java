package io.github.nodesonde.web;

import io.github.nodesonde.api.NetworkDetail;
import io.github.nodesonde.api.NetworkJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What the page of a network shows. */
record NetworkPageView(
        NetworkSection network,
        Instant asOf,
        String clock,
        List<FindingRow> findings,
        List<BranchDrawing> pictures,
        List<Topic> topics,
        List<VersionRow> versions) {

    /** One software in one version. */
    record VersionRow(String software, List<String> nodes) {}

    static NetworkPageView of(NetworkDetail detail) {
        NetworkJson network = detail.section().network();
        Instant asOf = network.asOf();
        var reader = new TopicReader(detail.section().nodes().stream()
                .map(entry -> entry.node().id())
                .collect(Collectors.toUnmodifiableSet()));
        return new NetworkPageView(
                NetworkSection.of(detail.section(), asOf, Density.PAGE),
                asOf,
                Phrases.clock(asOf),
                FindingRow.of(network.findings(), asOf),
                detail.pictures().stream().map(BranchDrawing::of).toList(),
                Topic.of(detail.topics(), reader),
                network.versions().stream()
                        .map(version -> new VersionRow(
                                Phrases.software(version.name(), version.version())
                                        .orElse("not told"),
                                version.nodes()))
                        .toList());
    }
}
