package io.github.nodesonde.observation;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one network that is asked about as a whole; replaced whole by each round.
 *
 * @param step the newest step of the clock that it was dated by; null while there was none
 * @param own what was told of the network, by probe
 * @param nodes what was told of its nodes, by probe
 */
record NetworkHistory(
        Network network,
        SequencedMap<String, ProbeState> own,
        Map<Node, SequencedMap<String, ProbeState>> nodes,
        @Nullable ClockStep step) {

    static NetworkHistory start(Network network, @Nullable ClockStep step) {
        return new NetworkHistory(network, new LinkedHashMap<>(), Map.of(), step);
    }

    /** Dated by this step, unless it is already. */
    NetworkHistory datedBy(@Nullable ClockStep newest) {
        if (newest == null || newest.equals(step)) {
            return this;
        }
        var dated = new HashMap<Node, SequencedMap<String, ProbeState>>();
        nodes.forEach((node, states) -> dated.put(node, dated(states, newest)));
        return new NetworkHistory(network, dated(own, newest), dated, newest);
    }

    /** With this probe, which is of interest for these nodes and no others; what is known of them stays. */
    NetworkHistory watching(String probe, Duration ageLimit, Collection<Node> concerned) {
        ProbeState pending = ProbeState.pending(probe, ageLimit);
        var watched = new HashMap<Node, SequencedMap<String, ProbeState>>();
        nodes.forEach((node, states) -> watched.put(node, without(probe, states)));
        for (Node node : concerned) {
            ProbeState before = of(node).getOrDefault(probe, pending);
            watched.computeIfAbsent(node, _ -> new LinkedHashMap<>()).put(probe, before);
        }
        var newest = new LinkedHashMap<>(own);
        newest.putIfAbsent(probe, pending);
        return new NetworkHistory(network, newest, watched, step);
    }

    /**
     * After one more round of a probe, which may have been under way when the clock was set. What it brought of a subject
     * that is not watched is ignored.
     */
    NetworkHistory after(String probe, Map<Subject, Round.Outcome> outcomes) {
        var told = new HashMap<Node, SequencedMap<String, ProbeState>>();
        nodes.forEach((node, states) -> told.put(node, after(probe, states, outcomes.get(Subject.of(node)))));
        return new NetworkHistory(network, after(probe, own, outcomes.get(Subject.of(network))), told, step);
    }

    SequencedMap<String, ProbeState> of(Node node) {
        return nodes.getOrDefault(node, new LinkedHashMap<>());
    }

    private SequencedMap<String, ProbeState> after(
            String probe, SequencedMap<String, ProbeState> states, Round.@Nullable Outcome outcome) {
        if (outcome == null) {
            return states;
        }
        Round.Outcome dated = step == null ? outcome : outcome.dated(step::dated);
        var newer = new LinkedHashMap<>(states);
        newer.computeIfPresent(probe, (_, before) -> before.after(dated));
        return newer;
    }

    private static SequencedMap<String, ProbeState> dated(SequencedMap<String, ProbeState> states, ClockStep step) {
        var dated = new LinkedHashMap<String, ProbeState>();
        states.forEach((probe, state) -> dated.put(probe, state.dated(at -> at.plus(step.by()))));
        return dated;
    }

    private static SequencedMap<String, ProbeState> without(String probe, SequencedMap<String, ProbeState> states) {
        var others = new LinkedHashMap<>(states);
        others.remove(probe);
        return others;
    }
}
