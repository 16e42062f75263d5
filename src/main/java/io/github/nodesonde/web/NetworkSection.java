package io.github.nodesonde.web;

import io.github.nodesonde.api.FindingJson;
import io.github.nodesonde.api.NetworkJson;
import io.github.nodesonde.api.Overview;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One network on the page, and those of its nodes that are shown.
 *
 * @param brief what its topics say in brief
 * @param rows nodes that are told in full, the worst first
 * @param tiles the others, the worst first: those that are well, where there are too many to tell all in full
 */
record NetworkSection(
        String name,
        String type,
        String verdict,
        String counts,
        String policy,
        Optional<String> head,
        Optional<String> distance,
        List<String> brief,
        List<FindingJson> findings,
        List<NodeRow> rows,
        List<NodeRow> tiles) {

    /** From how many nodes on those of a network that are well need less room. */
    private static final int MANY = 40;

    static NetworkSection of(Overview.Section section, Instant asOf, Density density) {
        NetworkJson network = section.network();
        List<NodeRow> shown =
                section.nodes().stream().map(node -> NodeRow.of(node, asOf)).toList();
        boolean sparing = density.isWall() || shown.size() >= MANY;
        List<NodeRow> rows = shown.stream()
                .filter(row -> !sparing || !row.isCalm())
                .limit(density.mostRows())
                .toList();
        Set<String> told = rows.stream().map(NodeRow::id).collect(Collectors.toSet());
        return new NetworkSection(
                network.name(),
                network.type(),
                network.verdict(),
                Phrases.counts(network.nodes()),
                Phrases.policy(section.policy(), section.minUp()),
                Phrases.head(network.progress()),
                Phrases.distance(network.progress()),
                section.brief(),
                network.findings(),
                rows,
                shown.stream().filter(row -> !told.contains(row.id())).toList());
    }
}
