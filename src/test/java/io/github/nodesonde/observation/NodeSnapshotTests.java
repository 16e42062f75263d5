package io.github.nodesonde.observation;

import static io.github.nodesonde.observation.Observations.HEIGHT;
import static io.github.nodesonde.observation.Observations.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Node;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeSnapshotTests {

    private final Node node = Observations.node("a", Duration.ofSeconds(15));

    @Test
    void answerCountsForThreeIntervals() {
        NodeSnapshot answered = NodeSnapshot.unasked(node, NOON).with("health", outcome(Observations.answered(7)));

        assertThat(asOf(answered, 45).value(HEIGHT)).hasValue(7);
        assertThat(asOf(answered, 46).value(HEIGHT)).isEmpty();
        assertThat(asOf(answered, 46).readings()).isEmpty();
        assertThat(asOf(answered, 46).answeredAt()).contains(NOON);
    }

    @Test
    void nothingIsKnownOfUnaskedNode() {
        NodeSnapshot unasked = NodeSnapshot.unasked(node, NOON);

        assertThat(unasked.value(HEIGHT)).isEmpty();
        assertThat(unasked.answeredAt()).isEmpty();
        assertThat(unasked.report("health", Told.class)).isEmpty();
    }

    @Test
    void reportIsGivenToWhoKnowsItsType() {
        var answer = new ProbeResult.Answered(List.of(), Optional.empty(), Optional.of(new Told("hello")));
        NodeSnapshot seen = NodeSnapshot.unasked(node, NOON).with("health", outcome(answer));

        assertThat(seen.report("health", Told.class)).contains(new Told("hello"));
        assertThat(seen.report("health", Other.class)).isEmpty();
        assertThat(seen.report("metrics", Told.class)).isEmpty();
        assertThat(asOf(seen, 46).report("health", Told.class)).isEmpty();
    }

    @Test
    void outcomeOfRoundUnderWayIsSeenAtOnceAndChangesNoOther() {
        NodeSnapshot before = NodeSnapshot.unasked(node, NOON);
        NodeSnapshot after = before.with(
                "health", new Round.Outcome(Observations.answered(7), NOON.plusSeconds(3), Duration.ofSeconds(3)));

        assertThat(after.asOf()).isEqualTo(NOON.plusSeconds(3));
        assertThat(after.value(HEIGHT)).hasValue(7);
        assertThat(before.probes()).isEmpty();
        assertThat(after.with("health", outcome(Observations.FAILED)).asOf()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void roundAnsweredFailedOrNeither() {
        var skipped = new ProbeResult.Skipped("none");
        var mixed = new LinkedHashMap<String, ProbeResult>();
        mixed.put("health", Observations.FAILED);
        mixed.put("metrics", Observations.answered(1));

        assertThat(Observations.round(0, mixed)).matches(Round::answered).matches(round -> !round.failed());
        assertThat(Observations.round(0, java.util.Map.of("health", Observations.FAILED)))
                .matches(Round::failed)
                .matches(round -> !round.answered());
        assertThat(Observations.round(0, java.util.Map.of("health", skipped)))
                .matches(round -> !round.failed() && !round.answered());
    }

    private record Told(String what) {}

    private record Other() {}

    private static Round.Outcome outcome(ProbeResult result) {
        return new Round.Outcome(result, NOON, Duration.ZERO);
    }

    private static NodeSnapshot asOf(NodeSnapshot seen, long seconds) {
        return new NodeSnapshot(seen.node(), NOON.plusSeconds(seconds), seen.probes(), seen.rounds());
    }
}
