package io.github.nodesonde.web;

import io.github.nodesonde.api.FleetJson;
import io.github.nodesonde.api.NetworkSummaryJson;
import io.github.nodesonde.api.Overview;
import java.time.Instant;
import java.util.List;
import org.springframework.util.StringUtils;

/**
 * What the status page shows.
 *
 * @param lede the counts, as a sentence
 * @param styles what the style sheet knows the page by
 * @param cards whether there are so few nodes that each can have a card
 */
record StatusView(
        FleetJson fleet,
        String headline,
        String lede,
        Instant asOf,
        String clock,
        FilterQuery query,
        boolean filtered,
        int matching,
        String styles,
        boolean cards,
        List<String> networks,
        List<String> types,
        List<Tally> tallies,
        List<NetworkSection> sections) {

    private static final int FEW = 8;

    static StatusView of(Overview overview, FilterQuery query) {
        FleetJson fleet = overview.fleet();
        Density density = Density.of(query.kiosk(), overview.matching());
        return new StatusView(
                fleet,
                Phrases.headline(fleet.verdict()),
                StringUtils.capitalize(Phrases.counts(fleet.nodes())) + ".",
                fleet.asOf(),
                Phrases.clock(fleet.asOf()),
                query,
                overview.filtered(),
                overview.matching(),
                density.styles(),
                fleet.nodes().total() <= FEW,
                fleet.networks().stream().map(NetworkSummaryJson::name).toList(),
                overview.types(),
                Tally.of(fleet.nodes(), query),
                overview.sections().stream()
                        .map(section -> NetworkSection.of(section, fleet.asOf(), density))
                        .toList());
    }
}
