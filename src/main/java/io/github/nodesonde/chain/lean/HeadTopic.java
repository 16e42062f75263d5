package io.github.nodesonde.chain.lean;

import static java.util.stream.Collectors.toSet;

import io.github.nodesonde.health.NetworkView;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;

/**
 * How the heads of a network's nodes lie to each other and to the clock. Empty where no head, or no wall slot, is known.
 *
 * @param spreadSlots between the highest and the lowest head
 * @param lagSlots by which the highest head is behind the wall slot, never below 0
 * @param stalled whether that is more than the chain is allowed; empty with a single head, which cannot tell its own lag
 *     from a stall
 * @param lagging nodes too far behind the highest head
 */
record HeadTopic(
        Optional<Long> maxSlot,
        Optional<Long> minSlot,
        Optional<Long> spreadSlots,
        Optional<Long> lagSlots,
        Optional<Boolean> stalled,
        List<Lagging> lagging) {

    static final String NAME = "head";

    HeadTopic {
        lagging = List.copyOf(lagging);
    }

    record Lagging(String node, long behindSlots) {}

    /**
     * @param wallSlot as of now
     * @param before as it was judged last: a node that lags does so until it has come close
     */
    static HeadTopic of(
            List<WatchedNode> nodes, LeanNetworkSettings network, Optional<Long> wallSlot, Optional<HeadTopic> before) {
        LongSummaryStatistics heads = nodes.stream()
                .flatMap(node -> node.head().stream())
                .mapToLong(Told::slot)
                .summaryStatistics();
        if (heads.getCount() == 0) {
            return new HeadTopic(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
        long max = heads.getMax();
        Optional<Long> lag = wallSlot.map(wall -> Math.max(0, wall - max));
        return new HeadTopic(
                Optional.of(max),
                Optional.of(heads.getMin()),
                Optional.of(max - heads.getMin()),
                lag,
                lag.filter(_ -> heads.getCount() > 1)
                        .map(slots -> slots > network.heads().chainStallSlots()),
                lagging(nodes, max, network, before));
    }

    private static List<Lagging> lagging(
            List<WatchedNode> nodes, long max, LeanNetworkSettings network, Optional<HeadTopic> before) {
        Set<String> laggedBefore = before.stream()
                .flatMap(topic -> topic.lagging().stream())
                .map(Lagging::node)
                .collect(toSet());
        var lagging = new ArrayList<Lagging>();
        for (WatchedNode node : nodes) {
            long allowed = laggedBefore.contains(node.id())
                    ? network.heads().lagClearSlots()
                    : network.lagAllowed(node.seen().node().interval());
            node.head()
                    .map(head -> new Lagging(node.id(), max - head.slot()))
                    .filter(apart -> apart.behindSlots() > allowed)
                    .ifPresent(lagging::add);
        }
        return lagging;
    }

    static Optional<HeadTopic> in(NetworkView view) {
        return view.topics().get(NAME) instanceof HeadTopic topic ? Optional.of(topic) : Optional.empty();
    }
}
