package io.github.nodesonde.actuator;

import static io.github.nodesonde.health.Verdict.DEGRADED;
import static io.github.nodesonde.health.Verdict.DOWN;
import static io.github.nodesonde.health.Verdict.UNKNOWN;
import static io.github.nodesonde.health.Verdict.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.testing.HttpPort;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayUnderTest
class SyncHandlerTests {

    @Autowired
    private FakeGateway gateway;

    @Autowired
    private GatewayUnderTest.OpenPorts ports;

    private HttpPort port;
    private HttpPort rpc;

    @BeforeEach
    void open() {
        port = ports.management();
        rpc = ports.rpc();
        gateway.judge(new JudgedFleet()
                .counting("devnet", 100L)
                .node("ahead", "devnet", UP, 100L, true)
                .node("same", "devnet", UP, 100L, true)
                .node("behind", "devnet", DEGRADED, 94L, false)
                .node("silent", "devnet", UNKNOWN, null, null)
                .counting("stuck", 7L)
                .node("alone", "stuck", DEGRADED, 7L, false)
                .counting("dark", null)
                .plain("validators")
                .node("fine", "validators", UP, null, true)
                .node("sick", "validators", DEGRADED, null, false, "reports-down")
                .node("gone", "validators", DOWN, null, null, "unreachable"));
    }

    @AfterEach
    void close() {
        gateway.reset();
        port.close();
        rpc.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ''                  ; 503 ; {"status":"syncing","slot":100,"synced":false}
            ?network=devnet     ; 503 ; {"status":"unknown","slot":100,"synced":null}
            ?network=stuck      ; 503 ; {"status":"syncing","slot":7,"synced":false}
            ?network=dark       ; 503 ; {"status":"unknown","slot":null,"synced":null}
            ?network=validators ; 503 ; {"status":"unknown","slot":null,"synced":null}
            ?node=ahead         ; 200 ; {"status":"ok","slot":100,"synced":true}
            ?node=behind        ; 503 ; {"status":"syncing","slot":94,"synced":false}
            ?node=silent        ; 503 ; {"status":"unknown","slot":null,"synced":null}
            ?node=fine          ; 200 ; {"status":"ok","slot":null,"synced":true}
            ?node=sick          ; 503 ; {"status":"syncing","slot":null,"synced":false}
            ?node=gone          ; 503 ; {"status":"unknown","slot":null,"synced":null}
            """)
    void answersExactlyThreeFields(String query, int status, String body) {
        var answer = port.get("/health" + query);

        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void fleetIsWellWhenEveryNetworkThatCountsIsSynced() {
        gateway.judge(new JudgedFleet()
                .counting("devnet", 100L)
                .node("ahead", "devnet", UP, 100L, true)
                .plain("validators")
                .node("gone", "validators", DOWN, null, null, "unreachable"));

        var answer = port.get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\",\"slot\":100,\"synced\":true}");
    }

    @Test
    void beforeAnythingWasJudgedNothingIsKnown() {
        gateway.reset();

        var answer = port.get("/health");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"unknown\",\"slot\":null,\"synced\":null}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ?node=ahed           ; 404 ; unknown-node      ; The nearest is 'ahead'.
            ?node=NO%20SUCH      ; 404 ; unknown-node      ; the id of a node of the inventory
            ?node=               ; 404 ; unknown-node      ; the id of a node of the inventory
            ?network=devnet-     ; 404 ; unknown-network   ; The nearest is 'devnet'.
            ?nodes=ahead         ; 400 ; unknown-parameter ; The nearest is 'node'.
            ?node=ahead&node=gone; 400 ; invalid-parameter ; once
            ?node=ahead&network=devnet ; 400 ; invalid-parameter ; exclude each other
            """)
    void whatMakesNoSenseIsToldAsProblem(String query, int status, String slug, String words) {
        var answer = port.get("/health" + query);

        var problem = HttpPort.json(answer);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems#" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).contains(words);
        assertThat(problem.path("instance").asString()).isEqualTo("/health");
    }

    @Test
    void headAnswersLikeGetWithoutBody() {
        var answer = port.send("HEAD", "/health?node=behind", HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void secondPortServesHealthAndNothingElse() {
        assertThat(rpc.get("/health?node=ahead").body())
                .isEqualTo(port.get("/health?node=ahead").body());
        assertThat(rpc.get("/health").statusCode()).isEqualTo(503);
        for (String path : new String[] {"/", "/metrics", "/actuator/health", "/health/", "/error"}) {
            var answer = rpc.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(port.get("/metrics").statusCode()).isEqualTo(200);
    }
}
