package io.github.nodesonde.observation;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What was seen, newest last. Thread-safe: one writer a node (its round) and one a probe of a network, any number of
 * readers.
 *
 * <p>History belongs to a node or network as configured: one that did not change keeps everything across reloads, one
 * whose settings changed starts anew.
 */
@Component
public final class ObservationLog {

    /** How many rounds of a node are remembered. */
    public static final int ROUNDS_KEPT = 12;

    private static final Logger LOG = LoggerFactory.getLogger(ObservationLog.class);

    private final ConcurrentMap<NodeId, History> histories = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, NetworkHistory> networks = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<ControlTarget>> control = new AtomicReference<>(Optional.empty());
    private final AtomicLong changes = new AtomicLong();

    /** The newest step of the clock; null while there was none. */
    private volatile @Nullable ClockStep step;

    /** Starts the history of a node whose probes are still to be asked; keeps that of a node that is watched already. */
    public void watch(Node node, Collection<String> probes) {
        histories.compute(
                node.id(),
                (_, before) -> before != null && before.node.equals(node)
                        ? before.datedBy(step)
                        : History.start(node, probes, step));
        changes.incrementAndGet();
    }

    /** Adds a round; ignored when the node is not watched, or no longer with these settings. */
    public void append(Node node, Round round) {
        histories.computeIfPresent(
                node.id(),
                (_, before) -> before.node.equals(node) ? before.datedBy(step).after(round) : before);
        changes.incrementAndGet();
    }

    /**
     * Starts the history of a probe of a whole network; keeps what is known of the network, and of nodes, that did not
     * change.
     *
     * @param ageLimit how old an answer of the probe may grow before it no longer counts
     * @param concerned the nodes that it tells something of
     */
    public void watch(Network network, String probe, Duration ageLimit, Collection<Node> concerned) {
        networks.compute(
                network.name(),
                (_, before) -> (before != null && before.network().equals(network)
                                ? before.datedBy(step)
                                : NetworkHistory.start(network, step))
                        .watching(probe, ageLimit, concerned));
        changes.incrementAndGet();
    }

    /**
     * Adds what a round about a network brought; ignored when the network is not watched, or no longer with these settings.
     *
     * @param outcomes of the network and of nodes of it
     */
    public void append(Network network, String probe, Map<Subject, Round.Outcome> outcomes) {
        networks.computeIfPresent(
                network.name(),
                (_, before) ->
                        before.network().equals(network) ? before.datedBy(step).after(probe, outcomes) : before);
        changes.incrementAndGet();
    }

    /** Forgets the nodes and networks that are no longer in the fleet, and networks that changed. */
    public void retain(Fleet fleet) {
        histories.keySet().retainAll(fleet.nodes().keySet());
        networks.values()
                .removeIf(history -> !history.network()
                        .equals(fleet.networks().get(history.network().name())));
        changes.incrementAndGet();
    }

    /** Sets what was seen of the control target; empty when there is none that can be asked. */
    public void control(Optional<ControlTarget> seen) {
        control.set(seen);
        changes.incrementAndGet();
    }

    /**
     * Goes with the clock: should it have been set since the last time, everything is dated anew, so that nothing is older
     * or younger for it. To be called before the instant is read that a snapshot of the fleet is as of, by one thread at a time.
     *
     * @param clock one that takes no step by itself; of another that is set nothing is noticed
     * @return how far it was set forward; negative when it was set back, empty when it was not set
     */
    public Optional<Duration> follow(Clock clock) {
        @Nullable ClockStep before = step;
        if (clock instanceof SteadyClock steady) {
            steady.takeUpStep(taken -> step = taken);
        }
        @Nullable ClockStep now = step;
        return now == null || now.equals(before) ? Optional.empty() : Optional.of(dateAnew(now));
    }

    private Duration dateAnew(ClockStep newest) {
        histories.replaceAll((_, history) -> history.datedBy(newest));
        networks.replaceAll((_, history) -> history.datedBy(newest));
        changes.incrementAndGet();
        LOG.warn(
                "The clock was set {} by {} s: what was seen before is dated anew",
                newest.by().isNegative() ? "back" : "forward",
                Math.round(newest.by().abs().toMillis() / 100.0) / 10.0);
        return newest.by();
    }

    public NodeSnapshot snapshot(Node node, Instant asOf) {
        @Nullable History found = histories.get(node.id());
        @Nullable NetworkHistory network = networks.get(node.network());
        History own = found != null && found.node.equals(node) ? found : History.start(node, List.of(), null);
        return new NodeSnapshot(node, asOf, with(own.probes, network, node), own.rounds);
    }

    private static SequencedMap<String, ProbeState> with(
            SequencedMap<String, ProbeState> own, @Nullable NetworkHistory network, Node node) {
        SequencedMap<String, ProbeState> others = network == null ? new LinkedHashMap<>() : network.of(node);
        if (others.isEmpty()) {
            return own;
        }
        var all = new LinkedHashMap<>(own);
        others.forEach(all::putIfAbsent);
        return all;
    }

    public FleetSnapshot snapshot(Fleet fleet, Instant asOf) {
        return snapshot(fleet, asOf, Duration.ZERO);
    }

    /**
     * Sees all nodes again, but hands out the very snapshot that it handed out before of a node of which nothing is new:
     * nothing was added, and what was fresh still is. Such a one is as of then.
     *
     * @param renewAfter how old such a snapshot may be; at zero none is handed out twice
     */
    public FleetSnapshot snapshot(Fleet fleet, Instant asOf, Duration renewAfter) {
        return new FleetSnapshot(
                asOf,
                fleet.networks().values().stream()
                        .map(network -> snapshot(network, fleet, asOf, renewAfter))
                        .toList(),
                control.get());
    }

    public NetworkSnapshot snapshot(Network network, Fleet fleet, Instant asOf) {
        return snapshot(network, fleet, asOf, Duration.ZERO);
    }

    private NetworkSnapshot snapshot(Network network, Fleet fleet, Instant asOf, Duration renewAfter) {
        @Nullable NetworkHistory found = networks.get(network.name());
        return new NetworkSnapshot(
                network,
                asOf,
                fleet.nodesOf(network.name()).stream()
                        .map(node ->
                                renewAfter.isZero() ? snapshot(node, asOf) : snapshot(node, found, asOf, renewAfter))
                        .toList(),
                found != null && found.network().equals(network) ? found.own() : new LinkedHashMap<>());
    }

    private NodeSnapshot snapshot(Node node, @Nullable NetworkHistory network, Instant asOf, Duration renewAfter) {
        @Nullable History own = histories.get(node.id());
        @Nullable Handed before = own == null ? null : own.handed.get();
        if (before != null && before.holds(node, network, asOf, renewAfter)) {
            return before.snapshot;
        }
        NodeSnapshot now = snapshot(node, asOf);
        if (own != null) {
            own.handed.set(new Handed(now, network));
        }
        return now;
    }

    /** Grows with every change: equal numbers mean that nothing was added in between. */
    public long changes() {
        return changes.get();
    }

    /**
     * The snapshot that was handed out last.
     *
     * @param network what the network's own history was then
     * @param until when the first of the answers that are fresh in it grows too old
     */
    private record Handed(NodeSnapshot snapshot, @Nullable NetworkHistory network, Instant until) {

        Handed(NodeSnapshot snapshot, @Nullable NetworkHistory network) {
            this(snapshot, network, snapshot.freshUntil());
        }

        @SuppressWarnings("ReferenceEquality") // Both are replaced whole.
        boolean holds(Node node, @Nullable NetworkHistory networkNow, Instant asOf, Duration renewAfter) {
            return snapshot.node() == node
                    && network == networkNow
                    && !asOf.isBefore(snapshot.asOf())
                    && asOf.isBefore(until)
                    && asOf.isBefore(snapshot.asOf().plus(renewAfter));
        }
    }

    /**
     * What is kept of one node; replaced whole by each round.
     *
     * @param step the newest step of the clock that it was dated by; null while there was none
     * @param handed empty until a snapshot was handed out that may be handed out again
     */
    private record History(
            Node node,
            SequencedMap<String, ProbeState> probes,
            List<Round> rounds,
            @Nullable ClockStep step,
            AtomicReference<@Nullable Handed> handed) {

        History(Node node, SequencedMap<String, ProbeState> probes, List<Round> rounds, @Nullable ClockStep step) {
            this(node, FewByName.copyOf(probes), List.copyOf(rounds), step, new AtomicReference<>());
        }

        static History start(Node node, Collection<String> names, @Nullable ClockStep step) {
            var probes = new LinkedHashMap<String, ProbeState>();
            names.forEach(name -> probes.put(name, ProbeState.pending(name)));
            return new History(node, probes, List.of(), step);
        }

        /** Dated by this step, unless it is already. */
        History datedBy(@Nullable ClockStep newest) {
            if (newest == null || newest.equals(step)) {
                return this;
            }
            UnaryOperator<Instant> dating = at -> at.plus(newest.by());
            var dated = new LinkedHashMap<String, ProbeState>();
            probes.forEach((name, state) -> dated.put(name, state.dated(dating)));
            return new History(
                    node,
                    dated,
                    rounds.stream().map(round -> round.dated(dating)).toList(),
                    newest);
        }

        /** After one more round, which may have been under way when the clock was set. */
        History after(Round told) {
            Round round = step == null ? told : told.dated(step::dated);
            SequencedMap<String, Round.Outcome> outcomes = round.outcomes();
            var newest = inOrder(outcomes.keySet());
            outcomes.forEach((name, outcome) -> newest.computeIfPresent(name, (_, before) -> before.after(outcome)));
            var kept = new ArrayList<Round>();
            kept.add(round.remembered(rounds.stream().findFirst()));
            kept.addAll(rounds.subList(0, Math.min(rounds.size(), ROUNDS_KEPT - 1)));
            return new History(node, newest, kept, step);
        }

        /** All probes in the order asked: as known, unless the round asked one that was not. */
        private SequencedMap<String, ProbeState> inOrder(Collection<String> asked) {
            var ordered = new LinkedHashMap<String, ProbeState>();
            if (!probes.keySet().containsAll(asked)) {
                asked.forEach(name -> ordered.put(name, probes.getOrDefault(name, ProbeState.pending(name))));
            }
            probes.forEach(ordered::putIfAbsent);
            return ordered;
        }
    }
}
