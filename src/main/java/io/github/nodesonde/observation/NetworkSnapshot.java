package io.github.nodesonde.observation;

import io.github.nodesonde.node.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * All that was seen of one network, as of one instant.
 *
 * @param nodes every node of the network, by id, asked or not
 * @param probes what was asked about the network as a whole, by name of the probe
 */
public record NetworkSnapshot(
        Network network, Instant asOf, List<NodeSnapshot> nodes, SequencedMap<String, ProbeState> probes) {

    public NetworkSnapshot {
        nodes = List.copyOf(nodes);
        probes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(probes));
    }

    /** Of which nothing is asked as a whole. */
    public NetworkSnapshot(Network network, Instant asOf, List<NodeSnapshot> nodes) {
        this(network, asOf, nodes, new LinkedHashMap<>());
    }

    /** The fresh report of a probe of the network, when it is of that type. */
    public <T extends Record> Optional<T> report(String probe, Class<T> type) {
        return Optional.ofNullable(probes.get(probe))
                .filter(state -> state.isFresh(asOf, Duration.ZERO))
                .flatMap(state -> state.report(type));
    }
}
