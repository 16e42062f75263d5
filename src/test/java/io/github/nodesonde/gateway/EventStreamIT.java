package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.api.EventReader;
import io.github.nodesonde.faults.FaultyServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers of the stream hear while a node falls ill and recovers, from the node's answer to theirs. */
@WholeGateway
class EventStreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final AtomicBoolean ILL = new AtomicBoolean();

    @TempDir
    static Path folder;

    private static FaultyServer turning;
    private static FaultyServer steady;

    private final GatewayPorts gateway;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<EventReader> readers = new ArrayList<>();

    EventStreamIT(@Autowired Environment environment) {
        gateway = new GatewayPorts(environment);
    }

    @BeforeAll
    static void startNodes() throws IOException {
        WatchedKind kind = WatchedKind.GENLAYER;
        turning = FaultyServer.start(
                kind.well().butAt("/health", c -> (ILL.get() ? kind.unwell() : kind.well()).answer(c)));
        steady = FaultyServer.start(kind.well());
        Files.writeString(folder.resolve("nodesonde.yaml"), """
                networks:
                  - { name: eu, type: genlayer, interval: 1s, health: { down-when: any } }
                  - { name: us, type: genlayer, interval: 1s }
                nodes:
                  - { id: turning, network: eu, url: "%s" }
                  - { id: steady, network: us, url: "%s" }
                """.formatted(turning.url(""), steady.url("")));
    }

    @AfterAll
    static void stopNodes() {
        turning.close();
        steady.close();
    }

    @DynamicPropertySource
    static void inventory(DynamicPropertyRegistry properties) {
        properties.add(
                "nodesonde.inventory", () -> folder.resolve("nodesonde.yaml").toString());
    }

    @BeforeEach
    void waitUntilAllIsWell() {
        ILL.set(false);
        await().atMost(PATIENCE).until(() -> verdict().equals("up") && fleet().equals("up"));
    }

    @AfterEach
    void stopReaders() throws IOException {
        for (EventReader reader : readers) {
            reader.close();
        }
        client.close();
    }

    @Test
    void whoComesAndGoesHearsAllThatWhoStaysHearsOnce() throws Exception {
        EventReader stays = open("");
        await().atMost(PATIENCE).until(() -> !stays.lastId().isEmpty());
        var heard = new ArrayList<String>();
        String lastSeen = stays.lastId();
        for (int turns = 0; turns < 3; turns++) {
            EventReader comes = open("", lastSeen);
            turn(stays, true);
            await().atMost(PATIENCE).until(() -> !comes.events().isEmpty());
            comes.close();
            heard.addAll(comes.values("id"));
            lastSeen = comes.values("id").getLast();
            turn(stays, false);
        }

        EventReader comesAgain = open("", lastSeen);
        await().atMost(PATIENCE)
                .until(() -> heard.size() + comesAgain.events().size()
                        == stays.events().size());
        heard.addAll(comesAgain.values("id"));
        assertThat(heard).isSorted().doesNotHaveDuplicates().isEqualTo(stays.values("id"));
        assertThat(comesAgain.values("event")).doesNotContain("reset");
    }

    @Test
    void changeIsToldWithItsCauseAndReachesTheNetwork() throws Exception {
        EventReader reader = open("");

        turn(reader, true);

        assertThat(data(reader).filter(event -> event.has("node")).toList())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.at("/node").asString()).isEqualTo("turning");
                    assertThat(event.at("/from").asString()).isEqualTo("up");
                    assertThat(event.at("/to").asString()).isEqualTo("down");
                    assertThat(event.at("/rule").asString()).isEqualTo("reports-down");
                    assertThat(event.at("/because").asString()).contains("zksync-connectivity is down");
                });
        assertThat(data(reader).filter(event -> event.has("network")).toList())
                .singleElement()
                .satisfies(event -> assertThat(event.at("/to").asString()).isEqualTo("down"));
    }

    @Test
    void placeOfTheFutureOrOfAnotherRunGivesOneReset() throws Exception {
        EventReader here = open("");
        await().atMost(PATIENCE).until(() -> !here.lastId().isEmpty());
        long run = Long.parseLong(here.lastId().split("-", 2)[0]);
        List<EventReader> lost = List.of(
                open("", run + "-000000999999"), open("", run - 60_000 + "-000000000001"), open("", "nonsense"));

        turn(here, true);

        int told = here.events().size();
        await().atMost(PATIENCE)
                .until(() -> lost.stream().allMatch(reader -> reader.events().size() == told + 1));
        assertThat(lost).allSatisfy(reader -> {
            assertThat(reader.values("event").getFirst()).isEqualTo("reset");
            assertThat(reader.values("event").stream().filter("reset"::equals)).hasSize(1);
            assertThat(reader.values("id")).endsWith(here.values("id").toArray(String[]::new));
        });
    }

    @Test
    void filterLetsPassWhatItNamesAndPlaceMovesOnAllTheSame() throws Exception {
        EventReader all = open("");
        EventReader ofNode = open("?node=turning");
        EventReader ofNetwork = open("?network=eu");
        EventReader ofOther = open("?network=us");

        turn(all, true);
        turn(all, false);

        await().atMost(PATIENCE)
                .until(() -> ofNode.events().size() == 2 && ofNetwork.events().size() == 4);
        assertThat(data(ofNode)).allMatch(event -> event.has("node"));
        assertThat(ofOther.events()).isEmpty();
        // With the comment that shows that the line is alive.
        await().atMost(PATIENCE)
                .until(() -> ofOther.lastId().equals(all.values("id").getLast()));
        assertThat(ofOther.comments()).isPositive();
    }

    /** Waits until the reader was told of the node and its network. */
    private static void turn(EventReader reader, boolean ill) {
        int before = reader.events().size();
        ILL.set(ill);
        await().atMost(PATIENCE).until(() -> reader.events().size() >= before + 2);
    }

    private static Stream<JsonNode> data(EventReader reader) {
        return reader.values("data").stream().map(JsonMapper.shared()::readTree);
    }

    private EventReader open(String query, String... lastSeen) throws IOException, InterruptedException {
        EventReader reader = EventReader.open(
                client,
                gateway.apiPort(),
                query,
                Optional.of(lastSeen).filter(ids -> ids.length > 0).map(ids -> ids[0]));
        readers.add(reader);
        return reader;
    }

    private String verdict() {
        return gateway.json("/api/v1/nodes/turning").at("/verdict").asString();
    }

    private String fleet() {
        return gateway.json("/api/v1/fleet").at("/verdict").asString();
    }
}
