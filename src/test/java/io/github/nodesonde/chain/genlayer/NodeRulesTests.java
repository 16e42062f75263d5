package io.github.nodesonde.chain.genlayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.ops.GenvmModule;
import io.github.nodesonde.chain.genlayer.ops.HealthReport;
import io.github.nodesonde.chain.genlayer.ops.OperatorBalance;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.HealthRule;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.Round;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found of a node by what it tells of itself. */
class NodeRulesTests {

    private Thresholds thresholds = Thresholds.DEFAULT;

    static Stream<HealthRule> rules() {
        return Stream.of(
                new BalanceLow(),
                new BlocksBehind(),
                new DiskLow(),
                new FdExhaustion(),
                new GenvmModuleAiling(),
                new GenvmPermits(),
                new NotSigning(),
                new Restarted());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleIsForThisKindAndFindsNothingWhereNothingIsTold(HealthRule rule) {
        assertThat(rule.appliesTo("genlayer")).isTrue();
        assertThat(rule.appliesTo("other")).isFalse();
        assertThat(judge(rule, NodeSnapshot.unasked(Fixtures.NODE, Fixtures.NOW)))
                .isEmpty();
        assertThat(judge(rule, "metrics", Fixtures.metrics("go_goroutines 1\n")))
                .isEmpty();
    }

    @Test
    void reportPastItsAgeFindsNothing() {
        NodeSnapshot seen = seen("balance", balance("0"));
        Instant later = Fixtures.NOW.plus(Fixtures.NODE.ageLimit()).plusMillis(1);

        assertThat(judge(new BalanceLow(), new NodeSnapshot(seen.node(), later, seen.probes(), List.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1000000000000000000", "1.000000000000000001, 1000000000000000001", "0, 0"})
    void balanceThatIsJustEnoughIsNoFinding(String least, String wei) {
        balanceLowBelow(least);

        assertThat(judge(new BalanceLow(), "balance", balance(wei))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 999999999999999999, 0.999999999999999999",
        "1.000000000000000001, 1000000000000000000, 1",
        "0.5, 0, 0",
    })
    void balanceBelowIsTold(String least, String wei, String gen) {
        balanceLowBelow(least);

        assertThat(judge(new BalanceLow(), "balance", balance(wei)))
                .get()
                .returns(Verdict.DEGRADED, Finding::verdict)
                .returns("balance-low", Finding::rule)
                .returns("the operator has " + gen + " GEN left, less than " + least, Finding::because)
                .returns(Optional.of(Double.valueOf(least)), Finding::threshold);
    }

    @Test
    void nodeWithoutAPermitIsDegraded() {
        assertThat(judge(new GenvmPermits(), "metrics", Fixtures.metrics("genlayer_node_genvm_permits_current 0\n")))
                .get()
                .returns("genvm-permits", Finding::rule)
                .returns(Verdict.DEGRADED, Finding::verdict);
        assertThat(judge(new GenvmPermits(), "metrics", Fixtures.metrics("genlayer_node_genvm_permits_current 1\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"871, true", "870, false"})
    void descriptorsThatRunOutAreTold(int open, boolean told) {
        var metrics = Fixtures.metrics("process_open_fds " + open + "\nprocess_max_fds 1024\n");

        Optional<Finding> finding = judge(new FdExhaustion(), "metrics", metrics);

        assertThat(finding.map(found -> found.rule() + " " + found.verdict().label() + ": " + found.because()))
                .isEqualTo(
                        told
                                ? Optional.of("fd-exhaustion degraded: 871 of 1024 file descriptors are open")
                                : Optional.empty());
    }

    @Test
    void eachDirectoryOnADiskNearlyFullIsNamedTheFullestFirst() {
        var metrics = Fixtures.metrics("""
                genlayer_node_disk_free_bytes{directory="genlayer.db"} 99
                genlayer_node_disk_free_bytes{directory="logs"} 7.25
                genlayer_node_disk_free_bytes{directory="keystore"} 100
                genlayer_node_disk_total_bytes{directory="genlayer.db"} 1000
                genlayer_node_disk_total_bytes{directory="logs"} 1000
                genlayer_node_disk_total_bytes{directory="keystore"} 1000
                """);

        assertThat(judge(new DiskLow(), "metrics", metrics))
                .get()
                .returns("disk-low", Finding::rule)
                .returns(Verdict.DEGRADED, Finding::verdict)
                .returns("0.7 % free for logs, 9.9 % free for genlayer.db", Finding::because)
                .returns(Optional.of(0.00725), Finding::observed)
                .returns(Optional.of(0.1), Finding::threshold);
    }

    @Test
    void diskWithRoomIsNoFinding() {
        assertThat(judge(
                        new DiskLow(),
                        "metrics",
                        Fixtures.metrics("genlayer_node_disk_free_bytes 100\ngenlayer_node_disk_total_bytes 1000\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "599, true", "600, false", "-1, false"})
    void processThatStartedWithinTenMinutesIsTold(long age, boolean told) {
        var metrics = Fixtures.metrics("process_start_time_seconds " + (Fixtures.NOW.getEpochSecond() - age) + "\n");

        assertThat(judge(new Restarted(), "metrics", metrics).map(Finding::verdict))
                .isEqualTo(told ? Optional.of(Verdict.UP) : Optional.empty());
    }

    @Test
    void ailingModulesAreNamedWithWhatTheNodeSaysOfThem() {
        var modules = new LinkedHashMap<String, GenvmModule>();
        modules.put("llm", new GenvmModule(GenvmModule.State.SUSPECT, Optional.of("no answer for 30s")));
        modules.put("web", new GenvmModule(GenvmModule.State.DEGRADED, Optional.empty()));
        modules.put("a", new GenvmModule(GenvmModule.State.HEALTHY, Optional.of("fine")));
        modules.put("b", new GenvmModule(GenvmModule.State.UNKNOWN, Optional.of("who knows")));

        assertThat(judge(new GenvmModuleAiling(), "health", report(modules)))
                .get()
                .returns("genvm-module", Finding::rule)
                .returns(Verdict.DEGRADED, Finding::verdict)
                .returns("module llm is suspect: no answer for 30s; module web is degraded", Finding::because);
    }

    @Test
    void modulesThatAreWellOrUntoldAreNoFindingAndNoneLowersTheNodesOwnStatus() {
        var modules = new LinkedHashMap<String, GenvmModule>();
        modules.put("llm", new GenvmModule(GenvmModule.State.HEALTHY, Optional.empty()));
        modules.put("web", new GenvmModule(GenvmModule.State.UNKNOWN, Optional.empty()));
        assertThat(judge(new GenvmModuleAiling(), "health", report(modules))).isEmpty();

        modules.put("llm", new GenvmModule(GenvmModule.State.DEGRADED, Optional.empty()));
        assertThat(judge(new ReportsDown(), "health", report(modules))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"21,21,21,21", "300,200,100,300", "2400,2400,21,22,23,2400", "90,-,90,-,90,90"})
    void nodeFarBehindThatDoesNotCatchUpIsTold(String told) {
        assertThat(judge(new BlocksBehind(), behind(told)))
                .get()
                .returns("blocks-behind", Finding::rule)
                .returns(Verdict.DEGRADED, Finding::verdict)
                .returns(Optional.of(20.0), Finding::threshold)
                .satisfies(finding ->
                        assertThat(finding.because()).endsWith(" blocks behind the chain, and not catching up"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20,20,20,20", "0,10,20,0", "30,30,30,29", "2400,2500,2399,2399", "50,50,50", "-,-,-,-,50"})
    void nodeThatIsNearOrFallingOrHardlyWatchedIsNot(String told) {
        assertThat(judge(new BlocksBehind(), behind(told))).isEmpty();
    }

    @Test
    void distanceThatIsAllowedIsTheInventorys() {
        thresholds = new Thresholds(Duration.ofHours(6), BigDecimal.ONE, 100, 0.1, 0.85);
        assertThat(judge(new BlocksBehind(), behind("100,100,100,100"))).isEmpty();
        assertThat(judge(new BlocksBehind(), behind("101,101,101,101"))).isPresent();
    }

    /** As the log remembers rounds that told so, the oldest first; in those marked by a dash metrics were not asked. */
    private static NodeSnapshot behind(String told) {
        var log = new ObservationLog();
        log.watch(Fixtures.NODE, List.of("metrics"));
        for (String blocks : told.split(",", -1)) {
            var outcomes = new LinkedHashMap<String, Round.Outcome>();
            if (!blocks.equals("-")) {
                var answer = Fixtures.answered(Fixtures.metrics("genlayer_node_blocks_behind " + blocks + "\n"));
                outcomes.put("metrics", new Round.Outcome(answer, Fixtures.NOW, Duration.ZERO));
            }
            log.append(Fixtures.NODE, new Round(Fixtures.NOW, Fixtures.NOW, outcomes));
        }
        return log.snapshot(Fixtures.NODE, Fixtures.NOW);
    }

    private void balanceLowBelow(String gen) {
        thresholds = new Thresholds(Duration.ofHours(6), new BigDecimal(gen), 20, 0.1, 0.85);
    }

    private Optional<Finding> judge(HealthRule rule, String probe, Record report) {
        return judge(rule, seen(probe, report));
    }

    private Optional<Finding> judge(HealthRule rule, NodeSnapshot seen) {
        return rule.judge(
                seen,
                Fixtures.network(new GenLayerNetworkSettings(Optional.empty(), thresholds)),
                Fixtures.NO_VIEW,
                Optional.empty());
    }

    private static NodeSnapshot seen(String probe, Record report) {
        return Fixtures.seen(Fixtures.NODE, Map.of(probe, Fixtures.answered(report)));
    }

    private static OperatorBalance balance(String wei) {
        return new OperatorBalance(new BigInteger(wei));
    }

    private static HealthReport report(Map<String, GenvmModule> modules) {
        return new HealthReport(
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(modules));
    }
}
