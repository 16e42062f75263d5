package io.github.nodesonde.node;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One node of the inventory. Two nodes are equal when every setting is, so a reload can tell which ones changed.
 *
 * @param type the kind of node, as {@code type:} of the inventory names it
 * @param network name of the network it belongs to
 * @param labels the operator's own labels
 * @param interval time between the starts of two rounds
 * @param timeout deadline of one question, from connecting to the last byte
 * @param skip names of probes that are not asked
 * @param settings what the node's kind read from its own keys
 */
public record Node(
        NodeId id,
        String type,
        String network,
        SortedMap<String, String> labels,
        Duration interval,
        Duration timeout,
        Set<String> skip,
        Credentials credentials,
        NodeSettings settings) {

    private static final int INTERVALS_TO_LIVE = 3;

    public Node {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        skip = Set.copyOf(skip);
    }

    /** How old an answer may grow before it no longer counts: three intervals. */
    public Duration ageLimit() {
        // Asked for all the time; to multiply a duration goes by way of decimal numbers.
        return Duration.ofNanos(interval.toNanos() * INTERVALS_TO_LIVE);
    }

    /** The labels of every series about this node: {@code node}, {@code network} and the operator's own. */
    public Map<String, String> seriesLabels() {
        var all = new TreeMap<>(labels);
        all.put("node", id.value());
        all.put("network", network);
        return Collections.unmodifiableSortedMap(all);
    }
}
