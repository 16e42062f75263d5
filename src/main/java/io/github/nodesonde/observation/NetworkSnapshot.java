package io.github.nodesonde.observation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * All that was seen of one network, as of one instant.
 *
 * @param nodes every node of the network, by id, asked or not
 * @param probes what was asked about the network as a whole, by name of the probe
 * @param inMaintenance nodes that somebody works on: they are seen like all others, and count for nothing in the network
 */
public record NetworkSnapshot(
        Network network,
        Instant asOf,
        List<NodeSnapshot> nodes,
        SequencedMap<String, ProbeState> probes,
        Set<NodeId> inMaintenance) {

    public NetworkSnapshot {
        nodes = List.copyOf(nodes);
        probes = FewByName.copyOf(probes);
        inMaintenance = Set.copyOf(inMaintenance);
    }

    /** None of whose nodes is in maintenance. */
    public NetworkSnapshot(
            Network network, Instant asOf, List<NodeSnapshot> nodes, SequencedMap<String, ProbeState> probes) {
        this(network, asOf, nodes, probes, Set.of());
    }

    /** Of which nothing is asked as a whole. */
    public NetworkSnapshot(Network network, Instant asOf, List<NodeSnapshot> nodes) {
        this(network, asOf, nodes, new LinkedHashMap<>());
    }

    /** The same, these nodes being in maintenance; nodes of other networks may be among them. */
    NetworkSnapshot inMaintenance(Set<NodeId> covered) {
        Set<NodeId> own = nodes.stream()
                .map(node -> node.node().id())
                .filter(covered::contains)
                .collect(toUnmodifiableSet());
        return own.isEmpty() ? this : new NetworkSnapshot(network, asOf, nodes, probes, own);
    }

    /** The nodes that count: those that are not in maintenance, by id. */
    public List<NodeSnapshot> watched() {
        return inMaintenance.isEmpty()
                ? nodes
                : nodes.stream()
                        .filter(node -> !inMaintenance.contains(node.node().id()))
                        .toList();
    }

    /** The fresh report of a probe of the network, when it is of that type. */
    public <T extends Record> Optional<T> report(String probe, Class<T> type) {
        return Optional.ofNullable(probes.get(probe))
                .filter(state -> state.isFresh(asOf, Duration.ZERO))
                .flatMap(state -> state.report(type));
    }
}
