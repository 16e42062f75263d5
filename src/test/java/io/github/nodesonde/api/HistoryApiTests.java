package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.history.Incident;
import io.github.nodesonde.history.IncidentFilter;
import io.github.nodesonde.history.Paging;
import io.github.nodesonde.history.Period;
import io.github.nodesonde.history.Slice;
import io.github.nodesonde.history.Uptime;
import io.github.nodesonde.history.VerdictChange;
import io.github.nodesonde.node.NodeId;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HistoryApiTests {

    private static TestGateway gateway;

    private final AtomicReference<IncidentFilter> asked = new AtomicReference<>();

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        TestGateway.show(new BlankHistory());
        gateway.close();
    }

    @BeforeEach
    void remember() {
        TestGateway.show(TestFleet.judged());
        TestGateway.show(new Remembered());
    }

    @Test
    void incidentsAreListedWithWhatTheContractNames() {
        JsonNode list = json("/api/v1/incidents?size=10");

        assertThat(list.path("total").asInt()).isEqualTo(12);
        assertThat(list.path("size").asInt()).isEqualTo(10);
        JsonNode open = list.path("items").path(0);
        assertThat(open.propertyNames())
                .containsExactly(
                        "id",
                        "node",
                        "network",
                        "verdict",
                        "rule",
                        "because",
                        "openedAt",
                        "closedAt",
                        "durationSeconds");
        assertThat(open.path("verdict").asString()).isEqualTo("down");
        assertThat(open.path("closedAt").isNull()).isTrue();
        assertThat(open.path("durationSeconds").asDouble()).isEqualTo(12.0);
        assertThat(list.path("items").path(1).path("node").isNull()).isTrue();
    }

    @Test
    void filtersAreHandedOn() {
        json("/api/v1/incidents?node=a-0&network=alpha-1&state=closed&since=2026-11-22T00:00:00%2B02:00");

        assertThat(asked.get())
                .isEqualTo(new IncidentFilter(
                        Optional.of(new NodeId("a-0")),
                        Optional.of("alpha-1"),
                        Optional.of(false),
                        new Period(Optional.of(Instant.parse("2026-11-21T22:00:00Z")), Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/incidents?since=yesterday",
                "/api/v1/incidents?until=2026-11-22",
                "/api/v1/incidents?since=%2B99999-01-01T00:00:00Z",
                "/api/v1/incidents?since=2026-11-22T00:00:00Z&until=2026-11-21T00:00:00Z",
                "/api/v1/incidents?state=shut",
                "/api/v1/incidents?size=501",
                "/api/v1/incidents?colour=red",
                "/api/v1/nodes/a-0/uptime?window=2h",
                "/api/v1/nodes/a-0/history?page=-1",
                "/incidents.rss?state=shut"
            })
    void whatDoesNotFitIsRefusedInWords(String path) {
        HttpResponse<String> answer = gateway.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Expected");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/incidents?node=nobody, unknown-node",
        "/api/v1/incidents?network=nowhere, unknown-network",
        "/api/v1/nodes/nobody/history, unknown-node",
        "/api/v1/nodes/nobody/uptime, unknown-node"
    })
    void whatTheInventoryDoesNotNameIsNotFound(String path, String slug) {
        HttpResponse<String> answer = gateway.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains(slug);
    }

    @Test
    void changesOfANodeAreListed() {
        JsonNode first = json("/api/v1/nodes/a-0/history").path("items").path(0);

        assertThat(first.propertyNames()).containsExactly("at", "from", "to", "rule", "because");
        assertThat(first.path("from").asString()).isEqualTo("up");
        assertThat(first.path("to").asString()).isEqualTo("down");
    }

    @Test
    void uptimeIsFiveNumbersOfTheWindowAndNullWhereNothingIsKnown() {
        JsonNode known = json("/api/v1/nodes/a-0/uptime?window=1h");

        assertThat(known.propertyNames())
                .containsExactly(
                        "node",
                        "window",
                        "fromAt",
                        "toAt",
                        "upSeconds",
                        "degradedSeconds",
                        "downSeconds",
                        "unknownSeconds",
                        "maintenanceSeconds",
                        "upRatio");
        assertThat(known.path("upSeconds").asDouble()).isEqualTo(1800);
        assertThat(known.path("upRatio").asDouble()).isEqualTo(0.75);

        TestGateway.show(new BlankHistory());
        JsonNode unknown = json("/api/v1/nodes/a-0/uptime");
        assertThat(unknown.path("window").asString()).isEqualTo("24h");
        assertThat(unknown.path("unknownSeconds").asDouble()).isEqualTo(86_400);
        assertThat(unknown.path("upRatio").isNull()).isTrue();
    }

    @Test
    void answerThatIsHadAlreadyIsNotSentAgain() {
        String tag =
                gateway.get("/api/v1/incidents").headers().firstValue("ETag").orElseThrow();

        assertThat(gateway.get("/api/v1/incidents", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void feedIsWellFormedWhateverANodeSays() throws Exception {
        HttpResponse<String> answer = gateway.get("/incidents.rss");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/rss+xml");
        assertThat(answer.body()).doesNotContain("<script>");
        var channel = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.body())));
        assertThat(channel.getElementsByTagName("item").getLength()).isEqualTo(2);
        assertThat(channel.getElementsByTagName("description").item(1).getTextContent())
                .isEqualTo(TestFleet.HOSTILE);
        assertThat(channel.getElementsByTagName("guid").item(0).getTextContent())
                .isEqualTo("01A");
        assertThat(channel.getElementsByTagName("guid").item(1).getTextContent())
                .isEqualTo("01B-closed");
    }

    private static JsonNode json(String path) {
        HttpResponse<String> answer = gateway.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private final class Remembered extends BlankHistory {

        @Override
        public Slice<Incident> incidents(IncidentFilter filter, Paging paging) {
            asked.set(filter);
            Instant at = TestFleet.NOW.minusSeconds(12);
            return new Slice<>(
                    List.of(
                            new Incident(
                                    "01A",
                                    Optional.of(new NodeId("a-0")),
                                    "alpha-1",
                                    Verdict.DOWN,
                                    Optional.of("unreachable"),
                                    TestFleet.HOSTILE,
                                    at,
                                    Optional.empty()),
                            new Incident(
                                    "01B",
                                    Optional.empty(),
                                    "beta-1",
                                    Verdict.DOWN,
                                    Optional.empty(),
                                    "2 of 2 nodes down",
                                    at,
                                    Optional.of(at))),
                    12);
        }

        @Override
        public Slice<VerdictChange> changes(NodeId node, Period period, Paging paging) {
            return new Slice<>(
                    List.of(new VerdictChange(
                            TestFleet.NOW,
                            Optional.of(Verdict.UP),
                            Optional.of(Verdict.DOWN),
                            Optional.of("unreachable"),
                            Optional.of("gone"))),
                    1);
        }

        @Override
        public Map<NodeId, List<Uptime>> uptime(Collection<NodeId> nodes, Instant from, Instant to, int parts) {
            return Map.of(
                    nodes.iterator().next(),
                    List.of(new Uptime(
                            from,
                            to,
                            Map.of(
                                    Verdict.UP, Duration.ofMinutes(30),
                                    Verdict.DOWN, Duration.ofMinutes(10),
                                    Verdict.UNKNOWN, Duration.ofMinutes(20)))));
        }
    }
}
