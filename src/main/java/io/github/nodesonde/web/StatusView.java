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
 * @param live whether the page asks again by itself
 * @param toggle the page that does the opposite
 */
record StatusView(
        FleetJson fleet,
        String headline,
        String lede,
        Instant asOf,
        String clock,
        boolean live,
        String toggle,
        FilterQuery query,
        boolean filtered,
        int matching,
        List<String> networks,
        List<String> types,
        List<Tally> tallies,
        List<NetworkSection> sections) {

    static StatusView of(Overview overview, FilterQuery query) {
        FleetJson fleet = overview.fleet();
        return new StatusView(
                fleet,
                Phrases.headline(fleet.verdict()),
                StringUtils.capitalize(Phrases.counts(fleet.nodes())) + ".",
                fleet.asOf(),
                Phrases.clock(fleet.asOf()),
                query.live(),
                query.live()
                        ? query.with(FilterQuery.REFRESH, FilterQuery.OFF).href()
                        : query.without(FilterQuery.REFRESH).href(),
                query,
                overview.filtered(),
                overview.matching(),
                fleet.networks().stream().map(NetworkSummaryJson::name).toList(),
                overview.types(),
                Tally.of(fleet.nodes(), query),
                overview.sections().stream()
                        .map(section -> NetworkSection.of(section, fleet.asOf()))
                        .toList());
    }
}
