package io.github.nodesonde.chain.lean;

import static io.github.nodesonde.chain.lean.Scene.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.transport.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeanClientsTests {

    private static final String ALIVE = "{\"status\":\"healthy\",\"service\":\"lean-rpc-api\"}";
    private static final String LITERAL = "{\"status\":\"ok\",\"slot\":1,\"synced\":true}";

    private final Node node = Scene.node("lean-0");
    private final Scene scene = new Scene().with(node);

    @Test
    void nothingIsKnownOfANodeThatNeverAnswered() {
        assertThat(client(Scene.slot(1))).isEmpty();
    }

    @Test
    void nodeInfoTellsLeanspec() {
        round(1, ALIVE, "leanspec-metrics.prom");

        assertThat(client(Scene.slot(1))).contains("leanspec detected");
    }

    @Test
    void seriesOfTheSeedTellTheSeed() {
        round(1, ALIVE, "leanspec-issue-first-minute.prom");

        assertThat(client(Scene.slot(1))).contains("leanspec-issue detected");
    }

    @Test
    void healthThatTellsSlotOrSyncTellsTheSeedWhereMetricsTellNothing() {
        scene.round(node, Scene.slot(1), json(200, LITERAL), Optional.empty());

        assertThat(client(Scene.slot(1))).contains("leanspec-issue detected");
    }

    @Test
    void healthThatOnlyTellsItLivesTellsNoClient() {
        scene.round(node, Scene.slot(1), json(200, ALIVE), Optional.empty());

        assertThat(client(Scene.slot(1))).isEmpty();
    }

    @Test
    void unknownNameIsNoClient() {
        round(1, ALIVE, "unknown-client-metrics.prom");

        assertThat(client(Scene.slot(1))).isEmpty();
    }

    @Test
    void metricsCountBeforeHealth() {
        round(1, LITERAL, "leanspec-metrics.prom");

        assertThat(client(Scene.slot(1))).contains("leanspec detected");
    }

    @Test
    void seedIsRecognisedBeforeOthersOnAPageThatBearsBothMarks() {
        Reply both = Scene.page(
                "lean_node_info{name=\"leanspec-node\",version=\"1\"} 1\nleanspec_slot_current 5\n", Scene.slot(1));
        scene.round(node, Scene.slot(1), json(200, ALIVE), Optional.of(both));

        assertThat(client(Scene.slot(1))).contains("leanspec-issue detected");
    }

    @Test
    void detectedClientIsKeptWhileTheNodeIsGone() {
        round(1, ALIVE, "leanspec-metrics.prom");
        var gone = new LinkedHashMap<String, ProbeResult>();
        gone.put(LeanHealthProbe.NAME, Scene.failed(Reason.UNREACHABLE));
        gone.put(LeanMetricsProbe.NAME, Scene.failed(Reason.UNREACHABLE));
        scene.round(node, Scene.slot(2), gone);

        assertThat(client(Scene.slot(10_000))).contains("leanspec detected");
    }

    @Test
    void laterAnswerDecidesAnew() {
        round(1, ALIVE, "leanspec-metrics.prom");
        round(2, LITERAL, "leanspec-issue-metrics.prom");

        assertThat(client(Scene.slot(2))).contains("leanspec-issue detected");
    }

    @Test
    void configuredClientStandsWhateverTheNodeSays() {
        Node configured = Scene.node("lean-1", Optional.of("leanspec-issue"));
        scene.with(configured)
                .round(
                        configured,
                        Scene.slot(1),
                        json(200, ALIVE),
                        Optional.of(Scene.page(Scene.resource("leanspec-metrics.prom"), Scene.slot(1))));

        assertThat(client(configured, Scene.slot(1))).contains("leanspec-issue configured");
    }

    @Test
    void choicesAreAutoAndEveryClient() {
        assertThat(Scene.CLIENTS.choices())
                .containsOnlyKeys("auto", "leanspec-issue", "leanspec", "zeam", "ream", "qlean", "ethlambda", "gean")
                .containsEntry("auto", Optional.empty())
                .containsEntry("zeam", Optional.of("zeam"));
    }

    private void round(long slot, String health, String metrics) {
        Instant at = Scene.slot(slot);
        scene.round(node, at, json(200, health), Optional.of(Scene.page(Scene.resource(metrics), at)));
    }

    private Optional<String> client(Instant asOf) {
        return client(node, asOf);
    }

    private Optional<String> client(Node of, Instant asOf) {
        return Scene.CLIENTS
                .of(scene.snapshot(of, asOf))
                .map(known -> known.client().name() + " " + known.source().label());
    }
}
