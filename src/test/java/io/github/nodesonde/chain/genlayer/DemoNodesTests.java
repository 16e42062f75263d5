package io.github.nodesonde.chain.genlayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedKind;
import io.github.nodesonde.demo.SimulatedNode;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;

/** The simulated nodes, asked by the real probes and judged by the real rule. */
class DemoNodesTests {

    private static final Instant LATER = Fixtures.NOW.plusSeconds(30);

    private final Map<String, SimulatedNode> nodes = new LinkedHashMap<>();

    DemoNodesTests() {
        new ApplicationContextRunner()
                .withUserConfiguration(Demo.class)
                .withPropertyValues("nodesonde.demo=true")
                .run(context -> context.getBean(SimulatedKind.class)
                        .networks(Fixtures.NOW)
                        .getFirst()
                        .nodes()
                        .forEach(node -> nodes.put(node.id(), node)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"validator-eu-1", "validator-us-1"})
    void nodeInOrderIsUpWithAllItsSeries(String id) throws BadAnswer {
        var health = ask(new HealthProbe(), "/health", id);
        var metrics = ask(new MetricsProbe(), "/metrics", id);

        assertThat(Fixtures.lines(health))
                .contains("genlayer_health_up 1", "genlayer_validating_up 1", "genlayer_zksync_rpc_up 1");
        assertThat(metrics.page()).get().satisfies(page -> {
            assertThat(page.dropped()).isZero();
            assertThat(page.families()).containsKeys("go_goroutines", "process_start_time_seconds");
        });
        assertThat(judge(health, metrics)).isEmpty();
    }

    @Test
    void syncingNodeIsDegradedAndSaysWhy() throws BadAnswer {
        var finding = judge(
                ask(new HealthProbe(), "/health", "validator-ap-1"),
                ask(new MetricsProbe(), "/metrics", "validator-ap-1"));

        assertThat(finding).get().satisfies(found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.DEGRADED);
            assertThat(found.because()).isEqualTo("check validating is down: node is not synced");
        });
    }

    private ProbeResult.Answered ask(NodeProbe.OfNode probe, String path, String id) throws BadAnswer {
        SimulatedAnswer answer = Objects.requireNonNull(nodes.get(id)).answer(path, LATER);
        return Fixtures.answered(
                probe,
                Fixtures.reply(
                        answer.status(), answer.contentType(), answer.body().getBytes(UTF_8)));
    }

    private static Optional<Finding> judge(ProbeResult.Answered health, ProbeResult.Answered metrics) {
        return new ReportsDown()
                .judge(
                        Fixtures.seen(Fixtures.NODE, Map.of("health", health, "metrics", metrics)),
                        Fixtures.NETWORK,
                        Fixtures.NO_VIEW,
                        Optional.empty());
    }

    @ComponentScan("io.github.nodesonde.demo.genlayer")
    static class Demo {}
}
