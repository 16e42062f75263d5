package io.github.nodesonde.actuator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.HttpPort;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayUnderTest
class ReloadHandlerTests {

    private static final String PATH = "/-/reload";

    @Autowired
    private FakeGateway gateway;

    @Autowired
    private GatewayUnderTest.OpenPorts ports;

    private HttpPort port;

    @BeforeEach
    void open() {
        port = ports.management();
    }

    @AfterEach
    void close() {
        gateway.reset();
        port.close();
    }

    @Test
    void inventoryThatIsInForceIsTold() {
        var answer = post(PATH);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ok\":true,\"loadedAt\":\"2026-11-22T03:46:28Z\",\"problems\":[]}");
        assertThat(gateway.reloads()).isEqualTo(1);
    }

    @Test
    void brokenInventoryIsAProblemThatListsEveryMistake() {
        gateway.breakInventory("nodesonde.yaml:2:5 one", "nodesonde.yaml:3:5 other");

        var answer = post(PATH);

        var problem = HttpPort.json(answer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems#broken-inventory");
        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.path("detail").asString()).contains("last good one stays in force");
        assertThat(problem.path("instance").asString()).isEqualTo(PATH);
        assertThat(problem.path("problems").toString())
                .isEqualTo("[\"nodesonde.yaml:2:5 one\",\"nodesonde.yaml:3:5 other\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
    void onlyPostReloads(String method) {
        var answer = port.send(method, PATH, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(gateway.reloads()).isZero();
    }

    @Test
    void parametersAreRefused() {
        assertThat(post(PATH + "?file=other.yaml").statusCode()).isEqualTo(400);
        assertThat(gateway.reloads()).isZero();
    }

    private HttpResponse<String> post(String path) {
        return port.send("POST", path, HttpResponse.BodyHandlers.ofString());
    }
}
