package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nodesonde.chain.lean.client.LeanPage;
import io.github.nodesonde.chain.lean.client.NodeState;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.probe.BadAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages rebuilt from what each client's source prints: page in, exact readings out. */
class ClientGoldenTests {

    private static final Instant AT = Scene.slot(100);
    private static final String BLOCKS = " derived: count of lean_fork_choice_block_processing_time_seconds";
    private static final String ATTESTATIONS = " derived: sum of lean_attestations_valid_total";
    private static final String PEERS = " derived: sum of lean_connected_peers over its labels";

    private final LeanMetricsProbe probe = new LeanMetricsProbe(Scene.CLIENTS);
    private final Node node = Scene.node("lean-0");

    static List<Arguments> pages() {
        return List.of(
                arguments(
                        "zeam",
                        "text/plain; version=0.0.4",
                        new Software(Optional.of("zeam"), Optional.of("0.3.1")),
                        new NodeState(Optional.of(true), Optional.of(true), Optional.of(3L)),
                        List.of(
                                "leanspec_process_start_time_seconds 1.795305E9 reported",
                                "leanspec_blocks_imported_total 88.0" + BLOCKS,
                                "leanspec_attestations_processed_total 342.0" + ATTESTATIONS,
                                "leanspec_slot_current 100.0 reported",
                                "leanspec_peers_connected 6.0 reported",
                                "leanspec_slot_head 95.0 reported",
                                "leanspec_slot_justified 93.0 reported",
                                "leanspec_slot_finalized 90.0 reported")),
                arguments(
                        "ream",
                        "text/plain; version=0.0.4; charset=utf-8",
                        new Software(Optional.of("ream"), Optional.of("0.2.0")),
                        new NodeState(Optional.empty(), Optional.empty(), Optional.of(2L)),
                        List.of(
                                "leanspec_process_start_time_seconds 1.795305E9 reported",
                                "leanspec_blocks_imported_total 59.0" + BLOCKS,
                                "leanspec_attestations_processed_total 77.0" + ATTESTATIONS,
                                "leanspec_slot_head 60.0 reported",
                                "leanspec_slot_justified 58.0 reported",
                                "leanspec_slot_finalized 55.0 reported")),
                arguments(
                        "qlean",
                        "text/plain; charset=utf-8",
                        new Software(Optional.of("qlean"), Optional.of("0.0.9")),
                        new NodeState(Optional.empty(), Optional.empty(), Optional.of(1L)),
                        List.of(
                                "leanspec_process_start_time_seconds 1.795305E9 reported",
                                "leanspec_blocks_imported_total 91.0" + BLOCKS,
                                "leanspec_attestations_processed_total 512.0" + ATTESTATIONS,
                                "leanspec_slot_current 100.0 reported",
                                "leanspec_peers_connected 4.0" + PEERS,
                                "leanspec_slot_head 99.0 reported",
                                "leanspec_slot_justified 97.0 reported",
                                "leanspec_slot_finalized 94.0 reported")),
                arguments(
                        "ethlambda",
                        "text/plain; version=0.0.4",
                        new Software(Optional.of("ethlambda"), Optional.of("v0.1.0-abc")),
                        new NodeState(Optional.of(false), Optional.of(false), Optional.of(2L)),
                        List.of(
                                "leanspec_process_start_time_seconds 1.795305E9 reported",
                                "leanspec_blocks_imported_total 96.0" + BLOCKS,
                                "leanspec_attestations_processed_total 640.0" + ATTESTATIONS,
                                "leanspec_slot_current 100.0 reported",
                                "leanspec_peers_connected 2.0" + PEERS,
                                "leanspec_slot_head 98.0 reported",
                                "leanspec_slot_justified 96.0 reported",
                                "leanspec_slot_finalized 92.0 reported")),
                arguments(
                        "gean",
                        "text/plain; version=1.0.0; charset=utf-8; escaping=underscores",
                        new Software(Optional.of("gean"), Optional.of("1c2d3e4")),
                        new NodeState(Optional.of(false), Optional.empty(), Optional.empty()),
                        List.of(
                                "leanspec_process_start_time_seconds 1.795305E9 reported",
                                "leanspec_blocks_imported_total 90.0" + BLOCKS,
                                "leanspec_attestations_processed_total 512.0" + ATTESTATIONS,
                                "leanspec_slot_current 100.0 reported",
                                "leanspec_peers_connected 1.0" + PEERS,
                                "leanspec_slot_head 97.0 reported",
                                "leanspec_slot_justified 95.0 reported",
                                "leanspec_slot_finalized 91.0 reported")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void pageIsRecognisedAndGivesExactlyThese(
            String client, String contentType, Software software, NodeState state, List<String> readings)
            throws BadAnswer {
        var answer = (ProbeResult.Answered) probe.read(
                Scene.unasked(node), Scene.reply(200, contentType, Scene.resource(client + "-metrics.prom"), AT));

        assertThat(answer.report()).contains(new LeanPage(Optional.of(client), software, state));
        assertThat(Scene.lines(answer)).containsExactlyInAnyOrderElementsOf(readings);
    }

    @ParameterizedTest
    @CsvSource({"zeam-unnamed.prom, zeam", "ream-unnamed.prom, ream", "unknown-client-metrics.prom,"})
    void pageThatDoesNotNameItsClientIsKnownByItsOwnSeries(String resource, String client) throws BadAnswer {
        assertThat(page(resource).client()).isEqualTo(Optional.ofNullable(client));
    }

    @Test
    void reorgsAreNotTold() throws BadAnswer {
        for (String client : List.of("zeam", "ream", "ethlambda")) {
            String text = Scene.resource(client + "-metrics.prom");
            assertThat(text).contains("lean_fork_choice_reorgs_total ");
            assertThat(Scene.lines(probe.read(Scene.unasked(node), Scene.page(text, AT))))
                    .noneMatch(line -> line.contains("reorg"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            lean_node_sync_status{status="synced"} 1                                              | true
            lean_node_sync_status{status="idle"} 1                                                | false
            lean_node_sync_status{status="synced"} 0                                              | -
            lean_node_sync_status{status="synced"} 1\\nlean_node_sync_status{status="syncing"} 1  | -
            lean_node_sync_status{status="dreaming"} 1                                            | -
            lean_node_sync_status 1                                                               | -
            lean_node_sync_status{status="synced"} 2                                              | -
            lean_head_slot 1                                                                      | -
            """)
    void syncStatusCountsWhenExactlyOneKnownOneHolds(String samples, Boolean synced) throws BadAnswer {
        var answer = (ProbeResult.Answered) probe.read(
                Scene.unasked(node),
                Scene.page("lean_node_info{name=\"zeam\"} 1\n" + samples.replace("\\n", "\n") + "\n", AT));

        assertThat(((LeanPage) answer.report().orElseThrow()).state().synced()).isEqualTo(Optional.ofNullable(synced));
    }

    /** As builds of zeam do that empty their histograms: what the node counts is followed, whatever it does. */
    @Test
    void counterThatGoesBackIsFollowed() throws BadAnswer {
        for (String count : List.of("88", "1", "0", "2")) {
            assertThat(Scene.lines(probe.read(Scene.unasked(node), Scene.page("""
                            lean_node_info{name="zeam"} 1
                            # TYPE lean_fork_choice_block_processing_time_seconds histogram
                            lean_fork_choice_block_processing_time_seconds_bucket{le="+Inf"} %1$s
                            lean_fork_choice_block_processing_time_seconds_count %1$s
                            """.formatted(count), AT))))
                    .containsExactly("leanspec_blocks_imported_total " + count + ".0" + BLOCKS);
        }
    }

    @Test
    void whileOnlyThePortsTellTheyDoWhereOneClientAloneListens() {
        assertThat(client(8008, 8008)).contains("leanspec-issue");
        assertThat(client(5052, 5052)).contains("leanspec");
        assertThat(client(5052, 8080)).contains("ream");
        assertThat(client(9667, 9668)).as("zeam's and qlean's").isEmpty();
        assertThat(client(5052, 5054)).as("ethlambda's and gean's").isEmpty();
        assertThat(client(80, 80)).isEmpty();
    }

    @Test
    void healthAtThePathOfReamAloneTellsReam() {
        assertThat(known(Map.of(
                        LeanHealthProbe.NAME, health(9, 9, "/health", "{\"status\":\"healthy\",\"service\":\"x\"}"))))
                .contains("ream");
    }

    @Test
    void answerAboutSyncTellsEthlambdaWhereThereIsNoPage() throws BadAnswer {
        ProbeResult syncing = new LeanSyncingProbe()
                .read(
                        Scene.unasked(node),
                        Scene.reply(200, "application/json", Scene.resource("ethlambda-syncing.json"), AT));

        assertThat(known(Map.of(LeanSyncingProbe.NAME, syncing))).contains("ethlambda");
    }

    private Optional<String> client(int api, int metrics) {
        Node at = Scene.node("lean-p", api, metrics);
        var answer = health(api, metrics, "/lean/v0/health", "{\"status\":\"healthy\",\"service\":\"x\"}");
        return known(at, Map.of(LeanHealthProbe.NAME, answer));
    }

    private static ProbeResult health(int api, int metrics, String path, String body) {
        Node at = Scene.node("lean-p", api, metrics);
        try {
            return new LeanHealthProbe(Scene.CLIENTS).read(Scene.unasked(at), Scene.answerAt(api, path, body));
        } catch (BadAnswer e) {
            throw new AssertionError(e);
        }
    }

    private Optional<String> known(Map<String, ProbeResult> answers) {
        return known(node, answers);
    }

    private static Optional<String> known(Node of, Map<String, ProbeResult> answers) {
        var scene = new Scene().with(of).round(of, AT, answers);
        return Scene.CLIENTS
                .of(scene.snapshot(of, AT))
                .map(found -> found.client().name());
    }

    private LeanPage page(String resource) throws BadAnswer {
        var answer = (ProbeResult.Answered) probe.read(Scene.unasked(node), Scene.page(Scene.resource(resource), AT));
        return (LeanPage) answer.report().orElseThrow();
    }
}
