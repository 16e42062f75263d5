package io.github.nodesonde.chain.lean.network;

import static java.util.stream.Collectors.toSet;

import io.github.nodesonde.chain.lean.client.Told;
import io.github.nodesonde.health.NetworkView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the heads of a network's nodes lie to each other and to the clock. Empty where no head, or no wall slot, is known.
 *
 * @param spreadSlots between the highest and the lowest head
 * @param lagSlots by which the highest head is behind the wall slot, never below 0
 * @param stalled whether, when the highest head was told, that was more than the chain is allowed; empty with a single
 *     head, which cannot tell its own lag from a stall
 * @param lagging nodes too far behind the highest head
 */
public record HeadTopic(
        Optional<Long> maxSlot,
        Optional<Long> minSlot,
        Optional<Long> spreadSlots,
        Optional<Long> lagSlots,
        Optional<Boolean> stalled,
        List<Lagging> lagging) {

    public static final String NAME = "head";

    private static final Comparator<Told> BY_SLOT_THEN_LATEST =
            Comparator.comparingLong(Told::slot).thenComparing(Told::at);

    public HeadTopic {
        lagging = List.copyOf(lagging);
    }

    public record Lagging(String node, long behindSlots) {}

    /**
     * @param nodes those that are of this chain
     * @param before as it was judged last: a node that lags does so until it has come close
     */
    static HeadTopic of(
            List<WatchedNode> nodes,
            LeanNetworkSettings network,
            Optional<SlotClock> clock,
            Instant asOf,
            Optional<HeadTopic> before) {
        List<Told> heads =
                credible(nodes.stream().flatMap(node -> node.head().stream()).toList(), network, clock);
        Optional<Told> highest = heads.stream().max(BY_SLOT_THEN_LATEST);
        if (highest.isEmpty()) {
            return new HeadTopic(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
        long max = highest.get().slot();
        long min = heads.stream().mapToLong(Told::slot).min().orElse(max);
        return new HeadTopic(
                Optional.of(max),
                Optional.of(min),
                Optional.of(max - min),
                clock.flatMap(wall -> wall.at(asOf)).map(slot -> Math.max(0, slot - max)),
                clock.flatMap(wall -> wall.at(highest.get().at()))
                        .filter(_ -> heads.size() > 1)
                        .map(slot -> slot - max > network.heads().chainStallSlots()),
                lagging(nodes, max, network, before));
    }

    /**
     * The heads without those of slots that are yet to come, unless it is most of them: then it is rather our clock, or
     * the genesis we were told, that is wrong.
     */
    private static List<Told> credible(List<Told> heads, LeanNetworkSettings network, Optional<SlotClock> clock) {
        List<Told> credible = heads.stream()
                .filter(head -> clock.flatMap(wall -> wall.at(head.at()))
                        .filter(slot -> head.slot() - slot > network.heads().chainStallSlots())
                        .isEmpty())
                .toList();
        return 2 * credible.size() > heads.size() ? credible : heads;
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

    /** Whether it is known to be. */
    public boolean isStalled() {
        return stalled.orElse(false);
    }

    public static Optional<HeadTopic> in(NetworkView view) {
        return view.topics().get(NAME) instanceof HeadTopic topic ? Optional.of(topic) : Optional.empty();
    }
}
