package io.github.nodesonde.health;

import static io.github.nodesonde.health.Verdict.DEGRADED;
import static io.github.nodesonde.health.Verdict.DOWN;
import static io.github.nodesonde.health.Verdict.MAINTENANCE;
import static io.github.nodesonde.health.Verdict.UNKNOWN;
import static io.github.nodesonde.health.Verdict.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.NodeId;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncHealthTests {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            up,       94, true,  ok,      200
            degraded, 94, true,  ok,      200
            down,     94, true,  ok,      200
            up,       94, false, syncing, 503
            degraded, -,  false, syncing, 503
            up,       94, -,     unknown, 503
            unknown,  -,  -,     unknown, 503
            """)
    void nodeWithProgressIsWellWhenSynced(
            String verdict, @Nullable Long head, @Nullable Boolean synced, String status, int http) {
        var judged = new JudgedFleet()
                .counting("net", head)
                .node("a", "net", verdict(verdict), head, synced)
                .judged();

        assertAnswer(SyncHealth.of(node(judged, "a")), status, head, synced, http);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            up,          -,     any-rule,     ok,      200
            up,          false, any-rule,     ok,      200
            degraded,    true,  any-rule,     ok,      200
            degraded,    false, reports-down, syncing, 503
            degraded,    true,  reports-down, unknown, 503
            down,        -,     reports-down, unknown, 503
            down,        false, unreachable,  syncing, 503
            unknown,     -,     stale,        unknown, 503
            maintenance, true,  any-rule,     unknown, 503
            """)
    void nodeWithoutProgressIsWellWhileItIsUpOrDegradedAndDoesNotReportItselfDown(
            String verdict, @Nullable Boolean synced, String rule, String status, int http) {
        var judged = new JudgedFleet()
                .plain("net")
                .node("a", "net", verdict(verdict), null, synced, rule)
                .judged();

        assertAnswer(SyncHealth.of(node(judged, "a")), status, null, synced, http);
    }

    @Test
    void positionInAnotherUnitIsNoSlot() {
        var judged = new JudgedFleet()
                .counting("net", "block", 500L)
                .node("a", "net", UP, 500L, true)
                .judged();

        assertAnswer(SyncHealth.of(node(judged, "a")), "ok", null, true, 200);
        assertAnswer(network(judged, "net"), "ok", null, true, 200);
        assertAnswer(SyncHealth.of(judged), "unknown", null, null, 503);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            tt,    true
            ttf,   true
            tt??,  -
            tf,    false
            tff,   false
            t??,   -
            f?,    false
            f??,   -
            ??,    -
            t,     true
            f,     false
            ?,     -
            '',    -
            """)
    void networkIsSyncedByMajorityAndNotSyncedByHalf(String nodes, @Nullable Boolean synced) {
        var fleet = new JudgedFleet().counting("net", 100L);
        for (int i = 0; i < nodes.length(); i++) {
            fleet.node("n" + i, "net", UP, 90L + i, vote(nodes.charAt(i)));
        }

        assertAnswer(
                network(fleet.judged(), "net"), status(synced), 100L, synced, Boolean.TRUE.equals(synced) ? 200 : 503);
    }

    @Test
    void nodesInMaintenanceHaveNoVote() {
        var judged = new JudgedFleet()
                .counting("net", 100L)
                .node("a", "net", UP, 100L, true)
                .node("b", "net", MAINTENANCE, 10L, false)
                .node("c", "net", MAINTENANCE, 10L, false)
                .judged();

        assertAnswer(network(judged, "net"), "ok", 100L, true, 200);
    }

    @Test
    void networkWithoutProgressGoesByWhatItsNodesTell() {
        var judged = new JudgedFleet()
                .plain("net")
                .node("a", "net", UP, null, true)
                .node("b", "net", DOWN, null, false)
                .node("c", "net", DEGRADED, null, true)
                .judged();

        assertAnswer(network(judged, "net"), "ok", null, true, 200);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            tt, true
            t?, -
            tf, false
            f?, false
            ?,  -
            '', -
            """)
    void fleetIsSyncedWhenEveryNetworkIs(String networks, @Nullable Boolean synced) {
        var fleet = new JudgedFleet().plain("plain").node("p", "plain", DOWN, null, false);
        for (int i = 0; i < networks.length(); i++) {
            fleet.counting("net-" + i, 10L * (i + 1)).node("n" + i, "net-" + i, UP, 5L, vote(networks.charAt(i)));
        }

        assertAnswer(
                SyncHealth.of(fleet.judged()),
                status(synced),
                networks.isEmpty() ? null : 10L * networks.length(),
                synced,
                Boolean.TRUE.equals(synced) ? 200 : 503);
    }

    @Test
    void networkWithoutKnownHeadDoesNotHideTheHeadOfAnother() {
        var judged = new JudgedFleet()
                .counting("dark", null)
                .node("d", "dark", UNKNOWN, null, null)
                .counting("lit", 7L)
                .node("l", "lit", UP, 7L, true)
                .judged();

        assertAnswer(SyncHealth.of(judged), "unknown", 7L, null, 503);
    }

    private static void assertAnswer(
            SyncHealth found, String status, @Nullable Long slot, @Nullable Boolean synced, int http) {
        assertThat(found.status().label()).isEqualTo(status);
        assertThat(found.slot().orElse(null)).isEqualTo(slot);
        assertThat(found.synced().orElse(null)).isEqualTo(synced);
        assertThat(found.httpStatus()).isEqualTo(http);
    }

    private static NodeJudgement node(Judgements judged, String id) {
        return Objects.requireNonNull(judged.nodes().get(new NodeId(id)));
    }

    private static SyncHealth network(Judgements judged, String name) {
        return SyncHealth.of(Objects.requireNonNull(judged.networks().get(name)), judged);
    }

    private static Verdict verdict(String label) {
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Boolean vote(char letter) {
        return letter == '?' ? null : letter == 't';
    }

    private static String status(@Nullable Boolean synced) {
        return synced == null ? "unknown" : synced ? "ok" : "syncing";
    }
}
