package io.github.nodesonde.chain.genlayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.ops.HealthReport;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsDownTests {

    private final ReportsDown rule = new ReportsDown();

    @Test
    void isForGenLayerNodesOnly() {
        assertThat(rule.appliesTo("genlayer")).isTrue();
        assertThat(rule.appliesTo("other")).isFalse();
    }

    @Test
    void nodeThatReportsUpHasNoFinding() {
        assertThat(judge(report(true, Map.of("validating", down("node is not synced"))), Optional.empty()))
                .isEmpty();
    }

    @Test
    void nodeThatSaysNothingHasNoFinding() {
        assertThat(judge(NodeSnapshot.unasked(Fixtures.NODE, Fixtures.NOW))).isEmpty();
    }

    @Test
    void reportPastItsAgeHasNoFinding() {
        NodeSnapshot seen = seen(report(false, Map.of()), Optional.empty());
        var later = Fixtures.NOW.plus(Fixtures.NODE.ageLimit()).plus(Duration.ofMillis(1));

        assertThat(judge(new NodeSnapshot(seen.node(), later, seen.probes(), List.of())))
                .isEmpty();
    }

    @Test
    void nodeWhoseChainIsGoneIsDown() {
        var finding = judge(
                report(false, Map.of("validating", up(), "zksync", down("connection refused"))), Optional.empty());

        assertThat(finding)
                .contains(Finding.of(
                        Subject.of(Fixtures.NODE),
                        "reports-down",
                        Verdict.DOWN,
                        "check zksync is down: connection refused",
                        Fixtures.NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"node is not synced", "Node Is Not Synced yet", "still SYNCING: 42 blocks to go"})
    void nodeWhoseValidationWaitsForTheSyncIsDegraded(String error) {
        var finding = judge(report(false, Map.of("validating", down(error), "zksync", up())), Optional.empty());

        assertThat(finding).get().extracting(Finding::verdict).isEqualTo(Verdict.DEGRADED);
        assertThat(finding).get().extracting(Finding::because).isEqualTo("check validating is down: " + error);
    }

    @Test
    void anotherErrorIsDownEvenWhileTheGaugeSaysNotSynced() {
        assertThat(judge(report(false, Map.of("validating", down("validator is banned"))), Optional.of(false)))
                .get()
                .extracting(Finding::verdict)
                .isEqualTo(Verdict.DOWN);
    }

    @Test
    void withoutAnErrorTheGaugeTellsWhetherItSyncs() {
        HealthReport report = report(false, Map.of("validating", new HealthReport.Check(false, Optional.empty())));

        assertThat(judge(report, Optional.of(false)))
                .get()
                .extracting(Finding::verdict)
                .isEqualTo(Verdict.DEGRADED);
        assertThat(judge(report, Optional.of(true)))
                .get()
                .extracting(Finding::verdict)
                .isEqualTo(Verdict.DOWN);
        assertThat(judge(report, Optional.empty()))
                .get()
                .extracting(Finding::verdict)
                .isEqualTo(Verdict.DOWN);
    }

    @Test
    void anotherCheckDownBesideTheSyncIsDown() {
        var checks = new LinkedHashMap<String, HealthReport.Check>();
        checks.put("validating", down("node is not synced"));
        checks.put("zksync", new HealthReport.Check(false, Optional.empty()));

        var finding = judge(report(false, checks), Optional.of(false));

        assertThat(finding).get().extracting(Finding::verdict).isEqualTo(Verdict.DOWN);
        assertThat(finding)
                .get()
                .extracting(Finding::because)
                .isEqualTo("check validating is down: node is not synced; check zksync is down");
    }

    @Test
    void downWithoutAReasonIsDownAndSaysSo() {
        assertThat(judge(report(false, Map.of("zksync", up())), Optional.empty()))
                .get()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.DOWN))
                .extracting(Finding::because)
                .isEqualTo("the node reports itself as down and names no check that is");
    }

    @Test
    void causeStaysShortWhateverTheNodeWrites() {
        var checks = new LinkedHashMap<String, HealthReport.Check>();
        IntStream.range(0, 60).forEach(i -> checks.put("check-" + i, down("x".repeat(1000))));

        String because =
                judge(report(false, checks), Optional.empty()).orElseThrow().because();

        assertThat(because).hasSizeLessThanOrEqualTo(1000).endsWith("; and 54 more");
    }

    private Optional<Finding> judge(HealthReport report, Optional<Boolean> synced) {
        return judge(seen(report, synced));
    }

    private Optional<Finding> judge(NodeSnapshot seen) {
        return rule.judge(seen, Fixtures.NETWORK, Fixtures.NO_VIEW, Optional.empty());
    }

    private static NodeSnapshot seen(HealthReport report, Optional<Boolean> synced) {
        return Fixtures.seen(
                Fixtures.NODE,
                Map.of(
                        "health", Fixtures.answered(report),
                        "metrics", Fixtures.answered(Fixtures.metrics(synced))));
    }

    private static HealthReport report(boolean up, Map<String, HealthReport.Check> checks) {
        return new HealthReport(
                up,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new LinkedHashMap<>(checks),
                new LinkedHashMap<>());
    }

    private static HealthReport.Check up() {
        return new HealthReport.Check(true, Optional.empty());
    }

    private static HealthReport.Check down(String error) {
        return new HealthReport.Check(false, Optional.of(error));
    }
}
