package io.github.nodesonde.api;

import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Origin;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The value of one signal.
 *
 * @param unit null when the signal has none
 * @param value NaN and the infinities are printed as texts
 * @param how the formula, when it is derived
 * @param probe what it was read from; null when the network had to be seen for it
 */
public record ReadingJson(
        String name,
        String kind,
        @Nullable String unit,
        SortedMap<String, String> labels,
        double value,
        String origin,
        @Nullable String how,
        @Nullable String probe,
        Instant at) {

    /** What counts now: read from the node's fresh answers, in the order asked, then worked out. */
    static List<ReadingJson> of(NodeJudgement judged) {
        NodeSnapshot seen = judged.seen();
        var subject = Subject.of(seen.node());
        return Stream.concat(
                        seen.fresh().flatMap(ReadingJson::of),
                        judged.derived().stream()
                                .filter(reading -> reading.subject().equals(subject))
                                .map(reading -> of(reading, null, seen.asOf())))
                .toList();
    }

    private static Stream<ReadingJson> of(ProbeState probe) {
        return probe.answer().stream()
                .flatMap(answer -> answer.readings().stream())
                .flatMap(reading -> probe.answeredAt().map(at -> of(reading, probe.probe(), at)).stream());
    }

    private static ReadingJson of(Reading reading, @Nullable String probe, Instant at) {
        return new ReadingJson(
                reading.signal().name(),
                reading.signal().kind().name().toLowerCase(Locale.ROOT),
                reading.signal().unit().isEmpty() ? null : reading.signal().unit(),
                reading.labels(),
                reading.value(),
                reading.origin() instanceof Origin.Derived ? "derived" : "reported",
                reading.origin() instanceof Origin.Derived(String how) ? how : null,
                probe,
                at);
    }
}
