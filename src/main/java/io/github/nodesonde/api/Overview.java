package io.github.nodesonde.api;

import java.util.List;

/**
 * The fleet by network, for a page: all of it from the same judgements.
 *
 * @param filtered whether a filter may have left nodes out
 * @param matching how many nodes passed the filter
 * @param types every kind of node that can be filtered by
 * @param sections networks, the worst first
 */
public record Overview(FleetJson fleet, boolean filtered, int matching, List<String> types, List<Section> sections) {

    /**
     * One network and those of its nodes that passed the filter.
     *
     * @param policy when the network counts as down
     * @param minUp the network also counts as down when fewer nodes than this remain; 0 asks for none
     * @param brief what its topics say in brief
     * @param nodes the worst first
     */
    public record Section(NetworkJson network, List<String> brief, String policy, int minUp, List<Entry> nodes) {}

    /**
     * One node.
     *
     * @param brief what its topics say in brief
     */
    public record Entry(NodeSummaryJson node, List<String> brief) {}
}
