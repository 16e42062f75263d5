package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.history.Incident;
import io.github.nodesonde.inventory.InventoryState;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.testing.RawHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventStreamTests {

    private static final int MANY = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<EventReader> readers = new ArrayList<>();
    private TestGateway gateway = TestGateway.start("server.tomcat.connection-timeout=1s");

    @BeforeEach
    void showTheFleet() {
        showQuietly();
    }

    /** The stream has told of the inventory before anybody reads. */
    private void showQuietly() {
        TestGateway.show(fleet(Verdict.UP));
        gateway.tell(fleet(Verdict.UP), fleet(Verdict.UP));
    }

    @AfterEach
    void stop() throws IOException {
        for (EventReader reader : readers) {
            reader.close();
        }
        client.close();
        gateway.close();
    }

    @Test
    void changeOfVerdictIsToldWithItsCause() throws Exception {
        EventReader reader = open("");

        turn(Verdict.UP, Verdict.DOWN);

        await().until(() -> reader.events().size() == 2);
        assertThat(reader.values("event")).containsOnly("verdict");
        assertThat(data(reader.events().getFirst())).isEqualTo(json("""
                {"network": "alpha", "from": "up", "to": "down", "rule": null, "because": "1 of 2 nodes down",
                 "at": "2026-11-22T03:46:28Z"}"""));
        assertThat(data(reader.events().getLast())).isEqualTo(json("""
                {"node": "a-0", "from": "up", "to": "down", "rule": "unreachable", "because": "because of unreachable",
                 "at": "2026-11-22T03:46:28Z"}"""));
    }

    @Test
    void headersKeepProxiesFromHoldingItBack() throws Exception {
        var headers = open("").answer().headers();

        assertThat(headers.firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        assertThat(headers.firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void resumingGivesEverythingMissedOnce() throws Exception {
        EventReader first = open("");
        turn(Verdict.UP, Verdict.DOWN);
        await().until(() -> first.events().size() == 2);
        String seen = first.values("id").getFirst();
        first.close();
        turn(Verdict.DOWN, Verdict.UP);

        EventReader again = open("", seen);

        await().until(() -> again.events().size() == 3);
        assertThat(again.values("id")).isSorted().doesNotHaveDuplicates().allMatch(id -> id.compareTo(seen) > 0);
        assertThat(again.values("event")).containsOnly("verdict");
    }

    @Test
    void whoSawNothingYetCanResumeToo() throws Exception {
        EventReader first = open("");
        await().until(() -> !first.lastId().isEmpty());
        first.close();
        turn(Verdict.UP, Verdict.DOWN);

        EventReader again = open("", first.lastId());

        await().until(() -> again.events().size() == 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1795318588000-000000000999",
                "17-000000000001",
                "nonsense",
                "<script>alert(1)</script>",
                "1795318588000-99999999999999999999"
            })
    void placeThatIsNotRememberedGivesOneReset(String lastSeen) throws Exception {
        EventReader reader = open("", lastSeen);
        turn(Verdict.UP, Verdict.DOWN);

        await().until(() -> reader.events().size() == 3);
        assertThat(reader.values("event")).containsExactly("reset", "verdict", "verdict");
        assertThat(reader.values("id")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void filtersLetPassWhatIsAskedFor() throws Exception {
        EventReader ofNetwork = open("?network=alpha");
        EventReader ofOther = open("?network=beta");
        EventReader ofNode = open("?node=a-0");
        TestGateway.show(new InventoryState(false, JudgedFleet.AS_OF, List.of("broken")));

        turn(Verdict.UP, Verdict.DOWN);

        await().until(() -> ofNetwork.events().size() == 3
                && ofOther.events().size() == 1
                && ofNode.events().size() == 2);
        assertThat(ofOther.values("event")).containsExactly("inventory");
        assertThat(ofNode.values("event")).containsExactlyInAnyOrder("verdict", "inventory");
    }

    @Test
    void reloadIsTold() throws Exception {
        EventReader reader = open("");
        Judgements before = fleet(Verdict.UP);
        Judgements now = new JudgedFleet()
                .plain("alpha")
                .node("a-1", "alpha", Verdict.UP, null, null)
                .node("a-9", "alpha", Verdict.UP, null, null)
                .judged();
        TestGateway.show(now);

        gateway.tell(before, now);

        await().until(() -> reader.events().size() == 1);
        assertThat(data(reader.events().getFirst())).isEqualTo(json("""
                {"added": ["a-9"], "removed": ["a-0", "b-0"], "changed": [], "ok": true}"""));
    }

    @Test
    void incidentIsToldAsTheListShowsIt() throws Exception {
        EventReader reader = open("?node=a-0");

        gateway.tell(new Incident(
                "01JD8W5Z3K4Q2M7T9V0X1Y2A3B",
                Optional.of(new NodeId("a-0")),
                "alpha",
                Verdict.DOWN,
                Optional.of("unreachable"),
                "connection refused",
                JudgedFleet.AS_OF,
                Optional.of(JudgedFleet.AS_OF.plusSeconds(12))));

        await().until(() -> reader.events().size() == 1);
        assertThat(reader.values("event")).containsExactly("incident");
        assertThat(data(reader.events().getFirst())).isEqualTo(json("""
                {"id": "01JD8W5Z3K4Q2M7T9V0X1Y2A3B", "node": "a-0", "network": "alpha", "verdict": "down",
                 "rule": "unreachable", "because": "connection refused", "openedAt": "2026-11-22T03:46:28Z",
                 "closedAt": "2026-11-22T03:46:40Z", "durationSeconds": 12.0}"""));
    }

    @Test
    void wrongFiltersAreProblems() {
        assertThat(gateway.get("/api/v1/events?node=a-7").statusCode()).isEqualTo(404);
        assertThat(gateway.get("/api/v1/events?network=gamma").statusCode()).isEqualTo(404);
        assertThat(gateway.get("/api/v1/events?since=0").statusCode()).isEqualTo(400);
        assertThat(gateway.get("/api/v1/events", "Accept", "application/json").statusCode())
                .isEqualTo(406);
    }

    @Test
    void headHasNoEndlessBody() {
        assertThat(gateway.send("HEAD", "/api/v1/events").statusCode()).isEqualTo(200);
    }

    @Test
    void hostileTextStaysOneLineOfJson() throws Exception {
        EventReader reader = open("");
        String hostile = "</script>\r\n\r\ndata: forged\n\nevent: verdict";

        gateway.tell(fleet(Verdict.UP), fleet(Verdict.DOWN, hostile));

        await().until(() -> reader.events().size() == 2);
        assertThat(data(reader.events().getLast()).get("because").stringValue()).contains("</script>", "forged");
    }

    @Test
    void hundredsOfReadersHearEveryChange() throws Exception {
        for (int i = 0; i < MANY; i++) {
            open("");
        }
        for (int i = 0; i < 5; i++) {
            turn(Verdict.UP, Verdict.DOWN);
            turn(Verdict.DOWN, Verdict.UP);
        }

        await().until(() -> readers.stream().allMatch(reader -> reader.events().size() == 20));
        assertThat(readers)
                .allSatisfy(reader -> assertThat(reader.values("id")).isSorted().doesNotHaveDuplicates());
    }

    @Test
    void streamsBeyondTheBoundAreRefusedUntilASlowReaderIsDropped() throws Exception {
        gateway.close();
        gateway = TestGateway.start("nodesonde.api.max-event-streams=1", "server.tomcat.connection-timeout=1s");
        TestGateway.show(fleet(Verdict.UP));
        try (var deaf = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            deaf.setReceiveBufferSize(4096);
            deaf.getOutputStream().write(RawHttp.get("/api/v1/events").getBytes(StandardCharsets.US_ASCII));
            await().until(() ->
                    gateway.get("/api/v1/events", "Accept", "text/event-stream").statusCode() == 503);
            var refused = gateway.get("/api/v1/events");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("/docs/problems#busy");

            String because = "x".repeat(900);
            await().until(() -> {
                for (int i = 0; i < 2000; i++) {
                    gateway.tell(fleet(Verdict.UP), fleet(Verdict.DOWN, because));
                }
                return gateway.send("HEAD", "/api/v1/events").statusCode() == 200;
            });
            assertThat(gateway.counted("nodesonde_event_streams_dropped_total")).isEqualTo(1);
        }
    }

    @Test
    void readerThatLeavesIsNotCountedAsDropped() throws Exception {
        open("").close();
        EventReader stays = open("");

        turn(Verdict.UP, Verdict.DOWN);
        turn(Verdict.DOWN, Verdict.UP);

        await().until(() -> stays.events().size() == 4);
        assertThat(gateway.counted("nodesonde_event_streams_dropped_total")).isZero();
    }

    @Test
    void whenTheGatewayStopsStreamsEnd() throws Exception {
        EventReader reader = open("");

        gateway.close();

        await().until(reader::hasEnded);
    }

    private EventReader open(String query, String... lastSeen) throws IOException, InterruptedException {
        var reader = EventReader.open(
                client,
                gateway.port(),
                query,
                Optional.of(lastSeen).filter(ids -> ids.length > 0).map(ids -> ids[0]));
        assertThat(reader.answer().statusCode()).isEqualTo(200);
        readers.add(reader);
        return reader;
    }

    private void turn(Verdict from, Verdict to) {
        gateway.tell(fleet(from), fleet(to));
    }

    private static Judgements fleet(Verdict node) {
        return fleet(node, "unreachable");
    }

    private static Judgements fleet(Verdict node, String rule) {
        return new JudgedFleet()
                .plain("alpha")
                .plain("beta")
                .node("a-0", "alpha", node, null, null, node == Verdict.UP ? new String[0] : new String[] {rule})
                .node("a-1", "alpha", Verdict.UP, null, null)
                .node("b-0", "beta", Verdict.UP, null, null)
                .judged();
    }

    private static JsonNode data(Map<String, String> event) {
        return json(event.getOrDefault("data", ""));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
