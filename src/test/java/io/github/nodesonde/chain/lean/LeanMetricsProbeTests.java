package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.nodesonde.chain.lean.client.LeanPage;
import io.github.nodesonde.chain.lean.client.NodeState;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.transport.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeanMetricsProbeTests {

    /** When the node of the recorded page started. */
    private static final Instant STARTED = Instant.ofEpochMilli(1_795_289_688_349L);

    private final LeanMetricsProbe probe = new LeanMetricsProbe(Scene.CLIENTS);
    private final Node node = Scene.node("lean-0");

    @Test
    void recordedPageOfLeanspecGivesTheseReadings() throws BadAnswer {
        ProbeResult result = read(node, "leanspec-metrics.prom", STARTED.plusSeconds(60));

        assertThat(Scene.lines(result))
                .containsExactlyInAnyOrder(
                        "leanspec_slot_current 123457.0 reported",
                        "leanspec_peers_connected 0.0 reported",
                        "leanspec_blocks_imported_total 0.0"
                                + " derived: count of lean_fork_choice_block_processing_time_seconds",
                        "leanspec_attestations_processed_total 3.0" + " derived: sum of lean_attestations_valid_total",
                        "leanspec_process_start_time_seconds 1.7952896883485923E9 reported",
                        "leanspec_slot_head 123456.0 reported",
                        "leanspec_slot_justified 0.0 reported",
                        "leanspec_slot_finalized 0.0 reported");
        assertThat(software(result))
                .isEqualTo(new LeanPage(
                        Optional.of("leanspec"),
                        new Software(Optional.of("leanspec-node"), Optional.of("0.0.1")),
                        new NodeState(Optional.empty(), Optional.empty(), Optional.of(0L))));
    }

    @Test
    void wholePageIsKeptForPassingThrough() throws BadAnswer {
        var answer = (ProbeResult.Answered) read(node, "leanspec-metrics.prom", STARTED.plusSeconds(60));

        assertThat(answer.page().orElseThrow().families())
                .containsKeys(
                        "lean_node_info",
                        "lean_validators_count",
                        "lean_fork_choice_reorgs_total",
                        "python_info",
                        "process_start_time_seconds",
                        "lean_state_transition_time_seconds");
    }

    @ParameterizedTest
    @ValueSource(longs = {-9_999, -1_000, 0, 1, 9_999})
    void gaugesOfALeanspecNodeYoungerThanTenSecondsTellNothing(long age) throws BadAnswer {
        assertThat(Scene.lines(read(node, "leanspec-metrics.prom", STARTED.plusMillis(age))))
                .containsExactlyInAnyOrder(
                        "leanspec_blocks_imported_total 0.0"
                                + " derived: count of lean_fork_choice_block_processing_time_seconds",
                        "leanspec_attestations_processed_total 3.0" + " derived: sum of lean_attestations_valid_total",
                        "leanspec_process_start_time_seconds 1.7952896883485923E9 reported");
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000, 60_000, -3_600_000})
    void gaugesTellAfterTenSecondsAndWhereTheNodesClockIsFarOff(long age) throws BadAnswer {
        assertThat(Scene.lines(read(node, "leanspec-metrics.prom", STARTED.plusMillis(age))))
                .contains("leanspec_slot_head 123456.0 reported")
                .hasSize(8);
    }

    @Test
    void leanspecWithoutItsOwnStartTimeGivesThatOfItsProcess() throws BadAnswer {
        assertThat(Scene.lines(probe.read(Scene.unasked(node), page("""
                        lean_node_info{name="leanspec-node",version="1"} 1
                        process_start_time_seconds 1000.5
                        """))))
                .containsExactly("leanspec_process_start_time_seconds 1000.5 reported");
    }

    @Test
    void countersOfLeanspecThatAreNotThereYetAreAbsent() throws BadAnswer {
        assertThat(Scene.lines(probe.read(
                        Scene.unasked(node),
                        page("lean_node_info{name=\"leanspec-node\",version=\"1\"} 1\nlean_head_slot 5\n"))))
                .containsExactly("leanspec_slot_head 5.0 reported");
    }

    @Test
    void pageOfTheSeedGivesItsOwnWord() throws BadAnswer {
        ProbeResult result = read(node, "leanspec-issue-metrics.prom", STARTED.plusSeconds(1));

        assertThat(Scene.lines(result))
                .containsExactlyInAnyOrder(
                        "leanspec_slot_current 12346.0 reported",
                        "leanspec_epoch_current 4115.0 reported",
                        "leanspec_peers_connected 7.0 reported",
                        "leanspec_blocks_imported_total 11903.0 reported",
                        "leanspec_attestations_processed_total 83321.0 reported",
                        "leanspec_sync_distance 1.0 reported",
                        "leanspec_process_start_time_seconds 1.795289688348E9 reported");
        assertThat(software(result))
                .isEqualTo(new LeanPage(Optional.of("leanspec-issue"), Software.UNKNOWN, NodeState.UNTOLD));
    }

    @Test
    void whatThePageOfTheSeedLacksIsAbsent() throws BadAnswer {
        assertThat(Scene.lines(read(node, "leanspec-issue-first-minute.prom", STARTED.plusSeconds(30))))
                .containsExactlyInAnyOrder(
                        "leanspec_slot_current 0.0 reported",
                        "leanspec_peers_connected 0.0 reported",
                        "leanspec_process_start_time_seconds 1.795289688348E9 reported");
    }

    @Test
    void valuesThatCannotBeAreAbsentAndDoNotCostThePage() throws BadAnswer {
        var answer = (ProbeResult.Answered) read(node, "leanspec-issue-nonsense.prom", STARTED);

        assertThat(answer.readings()).isEmpty();
        assertThat(answer.page().orElseThrow().families()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "9223372036854775808", "1e999", "9007199254740993.5e3"})
    void slotThatIsNoneIsMalformed(String slot) {
        assertThat(failure(page("leanspec_slot_current " + slot + "\n")).reason())
                .isEqualTo(Reason.MALFORMED);
        assertThat(failure(page("lean_node_info{name=\"zeam\"} 1\nlean_head_slot " + slot + "\n")))
                .hasMessage("lean_head_slot is not a whole number from 0 to 9007199254740992");
    }

    @Test
    void pageOfAnUnknownClientPassesAndTellsNothing() throws BadAnswer {
        var answer = (ProbeResult.Answered) read(node, "unknown-client-metrics.prom", STARTED);

        assertThat(answer.readings()).isEmpty();
        assertThat(answer.page().orElseThrow().families()).containsKey("lean_connected_peers");
        assertThat(software(answer))
                .isEqualTo(new LeanPage(
                        Optional.empty(), new Software(Optional.of("somelean"), Optional.of("2.1")), NodeState.UNTOLD));
    }

    @Test
    void configuredClientDecidesHowAPageIsRead() throws BadAnswer {
        Node configured = Scene.node("lean-1", Optional.of("leanspec"));

        assertThat(Scene.lines(read(configured, "unknown-client-metrics.prom", STARTED)))
                .contains(
                        "leanspec_slot_head 90.0 reported",
                        "leanspec_peers_connected 1.0 derived: sum of lean_connected_peers over its labels");
        assertThat(Scene.lines(read(configured, "leanspec-issue-metrics.prom", STARTED)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lean_node_info{version=\"1\"} 1\n",
                "lean_node_info{name=\"\",version=\" \"} 1\n",
                "lean_node_info{name=\"a\\nb\"} 1\n",
                "lean_node_info{name=\"leanspec-node\"} 1\nlean_node_info{name=\"other\"} 1\n"
            })
    void nameThatIsNoneOrNotTheOnlyOneIsUnknown(String text) throws BadAnswer {
        LeanPage told = software(probe.read(Scene.unasked(node), page(text)));

        assertThat(told.client()).isEmpty();
        assertThat(told.software().name()).isEmpty();
    }

    @Test
    void endlessNameIsUnknown() throws BadAnswer {
        String text = "lean_node_info{name=\"" + "x".repeat(129) + "\",version=\"" + "1".repeat(128) + "\"} 1\n";

        assertThat(software(probe.read(Scene.unasked(node), page(text))).software())
                .isEqualTo(new Software(Optional.empty(), Optional.of("1".repeat(128))));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 404, 500, 503})
    void statusOtherThan200IsRefused(int status) {
        assertThat(failure(Scene.reply(status, "text/plain", Scene.resource("leanspec-issue-metrics.prom"), STARTED))
                        .reason())
                .isEqualTo(Reason.REFUSED);
    }

    @Test
    void pageForPeopleIsMalformed() {
        assertThat(failure(Scene.reply(
                                200, "text/html", "<!doctype html>\n<html><body>It works</body></html>\n", STARTED))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
    }

    private ProbeResult read(Node of, String resource, Instant at) throws BadAnswer {
        return probe.read(Scene.unasked(of), Scene.page(Scene.resource(resource), at));
    }

    private static Reply page(String text) {
        return Scene.page(text, STARTED.plus(Duration.ofHours(1)));
    }

    private static LeanPage software(ProbeResult result) {
        return (LeanPage) ((ProbeResult.Answered) result).report().orElseThrow();
    }

    private BadAnswer failure(Reply reply) {
        return catchThrowableOfType(BadAnswer.class, () -> probe.read(Scene.unasked(node), reply));
    }
}
