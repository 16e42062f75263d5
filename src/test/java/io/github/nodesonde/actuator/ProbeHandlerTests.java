package io.github.nodesonde.actuator;

import static io.github.nodesonde.health.Verdict.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.testing.HttpPort;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayUnderTest
class ProbeHandlerTests {

    @Autowired
    private FakeGateway gateway;

    @Autowired
    private GatewayUnderTest.OpenPorts ports;

    private HttpPort port;

    @BeforeEach
    void open() {
        port = ports.management();
        gateway.judge(fleet());
    }

    @AfterEach
    void close() {
        gateway.reset();
        port.close();
    }

    @Test
    void asksTheNodeAndPrintsItsSeriesAlone() {
        gateway.whenAsked(() -> gateway.judge(fleet().answered("node-1")));

        var answer = port.get("/probe?target=node-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body()).contains("example_labelled{id=\"node-1\"} 1").doesNotContain("node-2");
        assertThat(gateway.asked)
                .singleElement()
                .satisfies(asked -> assertThat(asked.node().id()).isEqualTo(new NodeId("node-1")));
    }

    @Test
    void labelsThatServiceDiscoverySetsAreLeftOut() {
        assertThat(port.get("/probe?target=node-1&labels=target").body()).contains("example_bare");
    }

    @Test
    void nodeThatFailsIsAnAnswerUnlessFailureIsAskedFor() {
        gateway.whenAsked(() -> gateway.judge(fleet().failed("node-1", Reason.UNREACHABLE)));

        assertThat(port.get("/probe?target=node-1").statusCode()).isEqualTo(200);
        var failing = port.get("/probe?target=node-1&fail=503");
        assertThat(failing.statusCode()).isEqualTo(503);
        assertThat(failing.body()).contains("example_labelled{id=\"node-1\"} 1");
    }

    @Test
    void nodeThatAnswersDoesNotFail() {
        gateway.whenAsked(() -> gateway.judge(fleet().answered("node-1")));

        assertThat(port.get("/probe?target=node-1&fail=503").statusCode()).isEqualTo(200);
    }

    @Test
    void nodeWithoutARoundWithinTheDeadlineFails() {
        assertThat(port.get("/probe?target=node-1").statusCode()).isEqualTo(200);
        assertThat(port.get("/probe?target=node-1&fail=503").statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"10, PT9.5S", "2.000000, PT1.5S", "0.2, PT0S", "0, PT0S", "60, PT15S", "1e300, PT15S", "Infinity, PT15S"
    })
    void deadlineIsWhatTheScraperLeavesWithinTheBoundOfARound(String header, Duration deadline) {
        port.get("/probe?target=node-1", ScrapeTimeout.HEADER, header);

        assertThat(gateway.asked)
                .singleElement()
                .satisfies(asked -> assertThat(asked.deadline()).isEqualTo(deadline));
    }

    @Test
    void withoutHeaderTheBoundOfARoundHolds() {
        port.get("/probe?target=node-1");

        assertThat(gateway.asked)
                .singleElement()
                .satisfies(asked -> assertThat(asked.deadline()).isEqualTo(Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "NaN", "-1"})
    void timeoutThatIsNoNumberOfSecondsIsRefused(String header) {
        var answer = port.get("/probe?target=node-1", ScrapeTimeout.HEADER, header);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(ScrapeTimeout.HEADER);
        assertThat(gateway.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ''                                   ; 400 ; missing-parameter ; the id of a node
            ?target=                             ; 400 ; missing-parameter ; the id of a node
            ?target=http://10.0.0.1:9153/metrics ; 400 ; invalid-parameter ; never an address
            ?target=10.0.0.1:9153                ; 400 ; invalid-parameter ; never an address
            ?target=//evil                       ; 400 ; invalid-parameter ; never an address
            ?target=nod-1                        ; 404 ; unknown-node      ; The nearest is 'node-1'.
            ?target=Q                            ; 404 ; unknown-node      ; the id of a node of the inventory, not 'Q'.
            ?target=node-1&labels=none           ; 400 ; invalid-parameter ; Expected 'labels' to be target, not 'none'.
            ?target=node-1&fail=500              ; 400 ; invalid-parameter ; Expected 'fail' to be 503, not '500'.
            ?target=node-1&module=http           ; 400 ; unknown-parameter ; Expected one of target, labels, fail
            """)
    void whatMakesNoSenseIsRefusedUnasked(String query, int status, String slug, String words) {
        var answer = port.get("/probe" + query);

        var problem = HttpPort.json(answer);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems#" + slug);
        assertThat(problem.path("detail").asString()).contains(words);
        assertThat(gateway.asked).isEmpty();
    }

    @Test
    void nodeThatLeavesWhileItIsAskedIsUnknown() {
        gateway.whenAsked(() -> gateway.judge(new JudgedFleet()));

        assertThat(port.get("/probe?target=node-1").statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsInterruptedWhileAskingIsToldSo() {
        gateway.whenAsked(() -> {
            throw new InterruptedException();
        });

        var answer = port.get("/probe?target=node-1");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(HttpPort.json(answer).path("type").asString()).isEqualTo("/docs/problems#not-ready");
    }

    private static JudgedFleet fleet() {
        return new JudgedFleet()
                .plain("net")
                .node("node-1", "net", UP, null, true)
                .node("node-2", "net", UP, null, true);
    }
}
