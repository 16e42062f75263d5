package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.testing.HttpPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the whole gateway says when the way to all nodes is cut at once, and when only some of them are gone. */
class GatewayFaultProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void gatewaySuspectsItselfFirstWhenAllNodesAreLostTogetherAndTakesItBack() throws Exception {
        try (var some = FakeNodes.printing(1);
                var others = FakeNodes.printing(1);
                var gateway = GatewayProcess.start(
                        folder, InventoryText.of(6, "1s", List.of(some.url(), others.url()), "one", "two"))) {
            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("up"));
            assertThat(gateway.series("nodesonde_gateway_fault_suspected")).isZero();

            some.goAway();
            others.goAway();

            await().atMost(PATIENCE)
                    .until(() -> fleet(gateway).at("/gateway/faultSuspected").asBoolean());
            await().atMost(PATIENCE)
                    .until(() -> fleet(gateway).at("/nodes/down").asInt() == 6);
            JsonNode lost = fleet(gateway);
            assertThat(lost.path("verdict").asString()).isEqualTo("unknown");
            assertThat(lost.at("/findings/0/rule").asString()).isEqualTo("gateway-fault");
            assertThat(lost.at("/findings/0/because").asString()).contains("6 of 6 nodes", "gateway's own");
            assertThat(gateway.series("nodesonde_gateway_fault_suspected")).isOne();
            assertThat(gateway.main().get("/").body())
                    .contains("The state of the fleet is unknown", "the fault may be the gateway&#39;s own");
            assertThat(gateway.metrics().get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(gateway.metrics().get("/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
            assertThat(gateway.metrics().get("/actuator/health/readiness").statusCode())
                    .isEqualTo(200);

            some.comeBack();
            others.comeBack();

            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("up"));
            assertThat(fleet(gateway).at("/gateway/faultSuspected").asBoolean()).isFalse();
            assertThat(gateway.series("nodesonde_gateway_fault_suspected")).isZero();
        }
    }

    @Test
    void oneNetworkThatIsLostAloneIsDown() throws Exception {
        try (var some = FakeNodes.printing(1);
                var others = FakeNodes.printing(1);
                var gateway = GatewayProcess.start(
                        folder, InventoryText.of(6, "1s", List.of(some.url(), others.url()), "one", "two"))) {
            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("up"));

            some.goAway();

            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("down"));
            assertThat(fleet(gateway).at("/gateway/faultSuspected").asBoolean()).isFalse();
            assertThat(gateway.series("nodesonde_gateway_fault_suspected")).isZero();
        }
    }

    @Test
    void controlTargetDecidesWhereThereIsOne() throws Exception {
        try (var nodes = FakeNodes.printing(1);
                var control = FakeNodes.printing(1);
                var gateway = GatewayProcess.start(
                        folder,
                        InventoryText.of(4, "1s", List.of(nodes.url()), "one", "two"),
                        Launch.with().arguments("--nodesonde.control-target=" + control.url() + "/"))) {
            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("up"));

            nodes.goAway();
            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("down"));
            assertThat(gateway.series("nodesonde_gateway_fault_suspected")).isZero();

            control.goAway();
            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("unknown"));
            assertThat(gateway.series("nodesonde_gateway_fault_suspected")).isOne();
            assertThat(fleet(gateway).at("/findings/0/because").asString())
                    .isEqualTo("the control target cannot be reached: the fault is the gateway's own");

            control.comeBack();
            await().atMost(PATIENCE).until(() -> verdict(gateway).equals("down"));
            assertThat(gateway.series("nodesonde_gateway_fault_suspected")).isZero();
        }
    }

    private static String verdict(GatewayProcess gateway) {
        return fleet(gateway).path("verdict").asString();
    }

    private static JsonNode fleet(GatewayProcess gateway) {
        return HttpPort.json(gateway.main().get("/api/v1/fleet"));
    }
}
