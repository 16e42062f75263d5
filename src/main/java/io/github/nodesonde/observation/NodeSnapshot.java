package io.github.nodesonde.observation;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.node.Node;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * All that was seen of one node, as of one instant. Immutable. "Fresh" is what was answered no longer ago than the node's
 * age limit, or its network's probe's; nothing older counts for anything.
 *
 * @param probes by name, in the order they are asked, those of the network last; those that were never put are absent
 * @param rounds the newest first, at most {@link ObservationLog#ROUNDS_KEPT}; of what was answered in them, the newest one
 *     included, they tell the readings of remembered signals and what is memorable of a report, nothing else
 */
public record NodeSnapshot(Node node, Instant asOf, SequencedMap<String, ProbeState> probes, List<Round> rounds) {

    public NodeSnapshot {
        probes = FewByName.copyOf(probes);
        rounds = List.copyOf(rounds);
    }

    /** A node that was never asked. */
    public static NodeSnapshot unasked(Node node, Instant asOf) {
        return new NodeSnapshot(node, asOf, new LinkedHashMap<>(), List.of());
    }

    /** This snapshot after one more outcome of a probe; as of then, when that is later. The rounds stay as they are. */
    public NodeSnapshot with(String probe, Round.Outcome outcome) {
        var newer = new LinkedHashMap<>(probes);
        newer.compute(probe, (_, before) -> (before == null ? ProbeState.pending(probe) : before).after(outcome));
        return new NodeSnapshot(node, outcome.at().isAfter(asOf) ? outcome.at() : asOf, newer, rounds);
    }

    /** Whether the probe has an answer that still counts. One from far ahead does not: the clock was set back since. */
    public boolean isFresh(ProbeState probe) {
        return probe.isFresh(asOf, node.ageLimit());
    }

    /** When the first of the answers that count now no longer does, if nothing is added; an answer from ahead counts for longer. */
    Instant freshUntil() {
        Instant first = Instant.MAX;
        for (ProbeState probe : probes.values()) {
            if (isFresh(probe)) {
                Instant until = probe.freshUntil(node.ageLimit()).orElse(Instant.MAX);
                first = until.isBefore(first) ? until : first;
            }
        }
        return first;
    }

    /** Probes with an answer that still counts. */
    public Stream<ProbeState> fresh() {
        return probes.values().stream().filter(this::isFresh);
    }

    /** Whether the node itself gave an answer that still counts. */
    public boolean isHeard() {
        return fresh().anyMatch(ProbeState::asksTheNode);
    }

    /** When the newest answer of the node itself came, fresh or not; empty until there was one. */
    public Optional<Instant> answeredAt() {
        return probes.values().stream()
                .filter(ProbeState::asksTheNode)
                .flatMap(probe -> probe.answeredAt().stream())
                .max(Instant::compareTo);
    }

    /** All fresh readings. */
    public Stream<Reading> readings() {
        return fresh().flatMap(probe -> probe.answer().stream()).flatMap(answer -> answer.readings().stream());
    }

    /** The first fresh value of an unlabelled signal; empty when unknown. */
    public OptionalDouble value(Signal signal) {
        return readings()
                .filter(reading -> reading.signal().equals(signal))
                .mapToDouble(Reading::value)
                .findFirst();
    }

    /** The fresh report of a probe, when it is of that type. */
    public <T extends Record> Optional<T> report(String probe, Class<T> type) {
        return Optional.ofNullable(probes.get(probe)).filter(this::isFresh).flatMap(state -> state.report(type));
    }

    /** The report of a probe's newest answer, however old, when it is of that type. */
    public <T extends Record> Optional<T> newestReport(String probe, Class<T> type) {
        return Optional.ofNullable(probes.get(probe)).flatMap(state -> state.report(type));
    }

    /** The page of a probe's newest answer, however old; empty when that had none. */
    public Optional<Page> page(String probe) {
        return Optional.ofNullable(probes.get(probe))
                .flatMap(ProbeState::answer)
                .flatMap(ProbeResult.Answered::page);
    }
}
