package io.github.nodesonde.actuator;

import static io.github.nodesonde.health.Verdict.DEGRADED;
import static io.github.nodesonde.health.Verdict.DOWN;
import static io.github.nodesonde.health.Verdict.MAINTENANCE;
import static io.github.nodesonde.health.Verdict.UNKNOWN;
import static io.github.nodesonde.health.Verdict.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.testing.HttpPort;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ApplicationContext;

@GatewayUnderTest
class HealthHandlerTests {

    private static final String V3 = "application/vnd.spring-boot.actuator.v3+json";

    @Autowired
    private FakeGateway gateway;

    @Autowired
    private GatewayUnderTest.OpenPorts ports;

    @Autowired
    private HealthEndpoint boot;

    @Autowired
    private ApplicationContext context;

    private HttpPort port;

    @BeforeEach
    void open() {
        port = ports.management();
        gateway.judge(new JudgedFleet()
                .counting("devnet", 100L)
                .node("ahead", "devnet", UP, 100L, true)
                .node("behind", "devnet", DEGRADED, 94L, false, "lagging")
                .plain("validators")
                .node("resting", "validators", MAINTENANCE, null, null)
                .node("fine", "validators", UP, null, true));
    }

    @AfterEach
    void close() {
        gateway.reset();
        port.close();
    }

    @Test
    void fleetStandsBesideTheComponentsOfTheGatewayItself() {
        var answer = port.get("/actuator/health");

        var health = HttpPort.json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(health.path("status").asString()).isEqualTo("DEGRADED");
        assertThat(health.path("components").propertyNames())
                .contains("fleet", "diskSpace", "ping", "livenessState", "readinessState");
        assertThat(health.at("/components/ping/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/diskSpace/details/free").isNumber()).isTrue();
        assertThat(health.path("groups").valueStream().map(group -> group.asString()))
                .containsExactly("liveness", "readiness");
    }

    @Test
    void everyNodeIsFoundBelowItsNetwork() {
        var fleet = HttpPort.json(port.get("/actuator/health")).at("/components/fleet");

        assertThat(fleet.at("/status").asString()).isEqualTo("DEGRADED");
        assertThat(fleet.at("/details/policy").asString()).isEqualTo("majority");
        assertThat(fleet.at("/details/nodes").toString())
                .isEqualTo("{\"total\":4,\"up\":2,\"degraded\":1,\"unknown\":0,\"down\":0,\"maintenance\":1}");
        assertThat(fleet.at("/components/devnet/status").asString()).isEqualTo("DEGRADED");
        assertThat(fleet.at("/components/devnet/details/nodes/total").asInt()).isEqualTo(2);
        assertThat(fleet.at("/components/devnet/components/ahead/status").asString())
                .isEqualTo("UP");
        assertThat(fleet.at("/components/validators/components/resting/status").asString())
                .isEqualTo("MAINTENANCE");
        assertThat(fleet.at("/components/devnet/components/behind/details/findings")
                        .toString())
                .isEqualTo("[{\"rule\":\"lagging\",\"verdict\":\"DEGRADED\",\"because\":\"because of lagging\","
                        + "\"since\":\"2026-11-22T03:46:28Z\"}]");
    }

    @Test
    void statusIsTheVerdictOfTheJudgeAndNotThatOfTheComponents() {
        gateway.judge(new JudgedFleet()
                .plain("net")
                .node("a", "net", UP, null, true)
                .finding(new Subject.OfNetwork("net"), "chain-stall", DOWN, "nothing moves"));

        var fleet = HttpPort.json(port.get("/actuator/health")).at("/components/fleet");

        assertThat(fleet.at("/components/net/status").asString()).isEqualTo("DOWN");
        assertThat(fleet.at("/components/net/details/findings/0/because").asString())
                .isEqualTo("nothing moves");
        assertThat(fleet.at("/components/net/components/a/status").asString()).isEqualTo("UP");
    }

    @ParameterizedTest
    @CsvSource({
        "UP, UP, 200",
        "DEGRADED, DEGRADED, 200",
        "MAINTENANCE, UP, 200",
        "UNKNOWN, UNKNOWN, 503",
        "DOWN, DOWN, 503"
    })
    void verdictOfTheFleetDecidesTheStatus(Verdict verdict, String top, int status) {
        gateway.judge(new JudgedFleet().plain("net").node("a", "net", verdict, null, null));

        var whole = port.get("/actuator/health");
        assertThat(whole.statusCode()).isEqualTo(status);
        assertThat(HttpPort.json(whole).path("status").asString()).isEqualTo(top);
        for (String path : new String[] {"/fleet", "/fleet/net", "/fleet/net/a"}) {
            var answer = port.get("/actuator/health" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(HttpPort.json(answer).path("status").asString()).isEqualTo(verdict.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/fleet, DEGRADED, devnet",
        "/fleet/devnet, DEGRADED, behind",
        "/fleet/devnet/behind, DEGRADED, lagging",
        "/fleet/validators/resting, MAINTENANCE, since",
        "/diskSpace, UP, free"
    })
    void everyComponentHasAPathOfItsOwn(String path, String status, String words) {
        var answer = port.get("/actuator/health" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(HttpPort.json(answer).path("status").asString()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fleet/no-such",
                "/fleet/devnet/no-such",
                "/fleet/devnet/ahead/deeper",
                "/no-such",
                "/liveness/fleet",
                "/readiness/fleet"
            })
    void whatDoesNotExistIsNotFound(String path) {
        var answer = port.get("/actuator/health" + path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(HttpPort.json(answer).path("instance").asString()).isEqualTo("/actuator/health" + path);
    }

    @Test
    void reloadShows() {
        gateway.judge(new JudgedFleet().plain("other").node("new", "other", UP, null, true));

        assertThat(port.get("/actuator/health/fleet/other/new").statusCode()).isEqualTo(200);
        assertThat(port.get("/actuator/health/fleet/devnet").statusCode()).isEqualTo(404);
        assertThat(port.get("/actuator/health").body()).contains("new").doesNotContain("devnet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/-/healthy", "/-/ready"})
    void deadFleetDoesNotTouchTheGatewaysOwnHealth(String path) {
        for (Verdict verdict : new Verdict[] {DOWN, UNKNOWN}) {
            gateway.judge(new JudgedFleet().plain("net").node("a", "net", verdict, null, null, "unreachable"));

            var answer = port.get(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(HttpPort.json(answer).path("status").asString()).isEqualTo("UP");
            assertThat(answer.body()).doesNotContain("fleet");
        }
    }

    @Test
    void gatewayThatMustRestartOrCannotServeSaysSo() {
        AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            for (String path :
                    new String[] {"/actuator/health/liveness", "/-/healthy", "/actuator/health/readiness", "/-/ready"
                    }) {
                assertThat(port.get(path).statusCode()).as(path).isEqualTo(503);
            }
            assertThat(port.get("/actuator/health").statusCode()).isEqualTo(503);
        } finally {
            AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */* | application/vnd.spring-boot.actuator.v3+json
            application/json | application/json
            text/html,application/xhtml+xml,*/*;q=0.8 | application/vnd.spring-boot.actuator.v3+json
            application/json;q=0.5,application/vnd.spring-boot.actuator.v3+json | application/vnd.spring-boot.actuator.v3+json
            """)
    void mediaTypeIsAsAskedFor(String accept, String type) {
        for (String path : new String[] {"/actuator/health", "/actuator/health/fleet", "/actuator/health/liveness"}) {
            var answer = port.get(path, "Accept", accept);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        }
        assertThat(port.get("/actuator/health").headers().firstValue("Content-Type"))
                .hasValue(V3);
    }

    @Test
    void whoTakesNoJsonIsToldSo() {
        var answer = port.get("/actuator/health", "Accept", "image/png");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void headAnswersLikeGetWithoutBody() {
        var answer = port.send("HEAD", "/actuator/health/fleet", HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(V3);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void healthEndpointItselfKnowsTheFleet() {
        gateway.judge(new JudgedFleet().plain("net").node("a", "net", DOWN, null, null, "unreachable"));

        assertThat(Objects.requireNonNull(boot.healthForPath("fleet"))
                        .getStatus()
                        .getCode())
                .isEqualTo("DOWN");
        assertThat(boot.health().getStatus().getCode()).isEqualTo("DOWN");
    }
}
