package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.nodesonde.chain.lean.client.LeanGenesis;
import io.github.nodesonde.chain.lean.client.LeanSyncing;
import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two questions that few clients answer: sync and genesis. */
class LeanApiProbesTests {

    private static final long GENESIS_TIME = 1_795_305_600L;

    private final LeanSyncingProbe syncing = new LeanSyncingProbe();
    private final LeanGenesisProbe genesis = new LeanGenesisProbe();
    private final Node node = Scene.node("lean-0");
    private final Scene scene = new Scene().with(node);

    @Test
    void answerAboutSyncTellsSlotsAndSync() throws BadAnswer {
        ProbeResult result =
                syncing.read(Scene.unasked(node), Scene.json(200, Scene.resource("ethlambda-syncing.json")));

        assertThat(Scene.lines(result))
                .containsExactly(
                        "leanspec_slot_head 98.0 reported",
                        "leanspec_sync_distance 2.0 reported",
                        "leanspec_slot_finalized 92.0 reported");
        assertThat(((ProbeResult.Answered) result).report()).contains(new LeanSyncing(false));
    }

    @Test
    void quotedIntegersAreRead() throws BadAnswer {
        assertThat(Scene.lines(syncing.read(
                        Scene.unasked(node),
                        Scene.json(200, "{\"is_syncing\":true,\"head_slot\":\"98\",\"sync_distance\":\"0\"}"))))
                .containsExactly("leanspec_slot_head 98.0 reported", "leanspec_sync_distance 0.0 reported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"is_syncing\":\"false\"}",
                "{\"is_syncing\":false,\"head_slot\":-1}",
                "{\"is_syncing\":false,\"head_slot\":9223372036854775808}",
                "{\"is_syncing\":false,\"head_slot\":\"9007199254740993\"}",
                "{\"is_syncing\":false,\"head_slot\":\"0x10\"}",
                "{\"is_syncing\":false,\"head_slot\":\"\"}",
                "{\"is_syncing\":false,\"head_slot\":1.5}",
                "{\"is_syncing\":false,\"head_slot\":[1]}",
                "[]"
            })
    void answerAboutSyncThatIsNoneIsMalformed(String body) {
        assertThat(failure(syncing, Scene.json(200, body)).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void placeThatIsNotThereIsSkippedAndAnyOtherStatusRefused() throws BadAnswer {
        for (NodeProbe.OfNode probe : List.of(syncing, genesis)) {
            assertThat(probe.read(Scene.unasked(node), Scene.json(404, "{}"))).isInstanceOf(ProbeResult.Skipped.class);
            assertThat(failure(probe, Scene.json(503, "{\"is_syncing\":false}")).reason())
                    .isEqualTo(Reason.REFUSED);
        }
    }

    @Test
    void genesisIsReadFromJson() throws BadAnswer {
        assertThat(told(at(
                        "/lean/v0/genesis",
                        Scene.resource("ethlambda-genesis.json").getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new LeanGenesis(Instant.ofEpochSecond(GENESIS_TIME), Optional.of(9L)));
    }

    @Test
    void genesisIsTheFirstFieldOfTheFinalizedState() throws BadAnswer {
        assertThat(told(at("/lean/v0/states/finalized", state(GENESIS_TIME))))
                .isEqualTo(new LeanGenesis(Instant.ofEpochSecond(GENESIS_TIME), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 253_402_300_800L, Long.MAX_VALUE, Long.MIN_VALUE})
    void timeOfGenesisThatIsNoneIsMalformed(long seconds) {
        assertThat(failure(genesis, at("/lean/v0/states/finalized", state(seconds)))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
        assertThat(failure(
                                genesis,
                                at(
                                        "/lean/v0/genesis",
                                        ("{\"genesis_time\":" + seconds + "}").getBytes(StandardCharsets.UTF_8)))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void stateThatIsTooShortOrAPageForPeopleIsMalformed() {
        assertThat(failure(genesis, at("/lean/v0/states/finalized", new byte[7]))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
        assertThat(failure(
                                genesis,
                                at(
                                        "/lean/v0/states/finalized",
                                        "<!doctype html><html>".getBytes(StandardCharsets.UTF_8)))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void genesisIsAskedForWithoutTheMegabytesBehindIt() {
        Question asked = genesis.question(scene.snapshot(node, Scene.slot(1))).orElseThrow();

        assertThat(asked).isInstanceOf(Question.Beginning.class);
        assertThat(asked.urls())
                .extracting(URI::getPath)
                .containsExactly("/lean/v0/genesis", "/lean/v0/states/finalized");
    }

    @Test
    void genesisIsAskedOnceAndAgainAfterARestartOrAnAbsence() throws BadAnswer {
        ProbeResult answer = genesis.read(Scene.unasked(node), at("/lean/v0/states/finalized", state(GENESIS_TIME)));
        assertThat(asks(genesis, 1)).as("never asked").isTrue();

        round(1, 100, answer);
        assertThat(asks(genesis, 1)).as("told").isFalse();

        scene.round(node, Scene.slot(2), Map.of(LeanHealthProbe.NAME, Scene.failed(Reason.UNREACHABLE)));
        assertThat(asks(genesis, 2)).as("was away").isTrue();

        round(3, 100, answer);
        assertThat(asks(genesis, 3)).as("back").isFalse();

        scene.metrics(node, Scene.slot(4), Map.of(NodeSignals.PROCESS_START_TIME, 100.0));
        var restarted = scene.snapshot(node, Scene.slot(5))
                .with(LeanMetricsProbe.NAME, new Round.Outcome(started(200), Scene.slot(5), Duration.ofMillis(5)));
        assertThat(genesis.question(restarted)).as("started anew").isPresent();
    }

    @Test
    void genesisThatCouldNotBeToldIsAskedForAgain() {
        round(1, 100, Scene.failed(Reason.REFUSED));

        assertThat(asks(genesis, 1)).isTrue();
    }

    @Test
    void syncIsAskedEachRoundWhereItIsAnsweredAndNotWhereItIsLacking() throws BadAnswer {
        ProbeResult answer = syncing.read(Scene.unasked(node), Scene.json(200, "{\"is_syncing\":false}"));
        scene.round(node, Scene.slot(1), Map.of(LeanSyncingProbe.NAME, answer));
        assertThat(asks(syncing, 1)).isTrue();

        var lacking = new LinkedHashMap<String, ProbeResult>();
        lacking.put(LeanMetricsProbe.NAME, started(100));
        lacking.put(LeanSyncingProbe.NAME, new ProbeResult.Skipped("lacking"));
        scene.round(node, Scene.slot(2), lacking);
        assertThat(asks(syncing, 2)).isFalse();
    }

    @Test
    void nothingIsEverAskedOfAnAdministrator() {
        List<NodeProbe.OfNode> probes =
                List.of(new LeanHealthProbe(Scene.CLIENTS), new LeanMetricsProbe(Scene.CLIENTS), syncing, genesis);
        List<String> clients = List.copyOf(Scene.CLIENTS.choices().keySet());

        assertThat(clients.stream()
                        .map(client -> Scene.node("lean-0", Optional.of(client).filter(name -> !name.equals("auto"))))
                        .flatMap(each -> probes.stream()
                                .flatMap(probe ->
                                        probe.question(new Scene().with(each).snapshot(each, Scene.slot(1))).stream()))
                        .flatMap(question -> question.urls().stream()))
                .isNotEmpty()
                .noneMatch(url -> url.getPath().contains("admin"));
    }

    private void round(long slot, double startedAt, ProbeResult toGenesis) {
        var results = new LinkedHashMap<String, ProbeResult>();
        results.put(LeanMetricsProbe.NAME, started(startedAt));
        results.put(LeanGenesisProbe.NAME, toGenesis);
        scene.round(node, Scene.slot(slot), results);
    }

    private ProbeResult started(double at) {
        return new ProbeResult.Answered(
                Stream.of(Reading.reported(node, NodeSignals.PROCESS_START_TIME, at))
                        .toList(),
                Optional.empty(),
                Optional.empty());
    }

    private boolean asks(NodeProbe.OfNode probe, long slot) {
        return probe.question(scene.snapshot(node, Scene.slot(slot))).isPresent();
    }

    private LeanGenesis told(Reply reply) throws BadAnswer {
        return (LeanGenesis) ((ProbeResult.Answered) genesis.read(Scene.unasked(node), reply))
                .report()
                .orElseThrow();
    }

    private static Reply at(String path, byte[] body) {
        return new Reply(Scene.BASE.resolve(path), 200, "application/octet-stream", body, Scene.GENESIS);
    }

    private static byte[] state(long genesisTime) {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(genesisTime)
                .putLong(7)
                .array();
    }

    private BadAnswer failure(NodeProbe.OfNode probe, Reply reply) {
        return catchThrowableOfType(BadAnswer.class, () -> probe.read(Scene.unasked(node), reply));
    }
}
