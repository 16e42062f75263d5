package io.github.nodesonde.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.testing.HandSetClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MaintenancePlanTests {

    private static final Instant NOW = Instant.parse("2026-11-22T03:46:28Z");
    private static final Fleet FLEET = new Fleet(
            List.of(network("alpha"), network("beta")),
            List.of(node("a-0", "alpha"), node("a-1", "alpha"), node("b-0", "beta")));

    @TempDir
    private Path folder;

    private final HandSetClock clock = new HandSetClock(NOW);

    @Test
    void windowCoversItsNodesAndThoseOfItsNetworksWhileItIsOpen() throws IOException {
        MaintenancePlan plan = plan();
        plan.add(window(List.of("a-1", "gone"), List.of("beta"), 60, 120));

        assertThat(plan.nodesAt(FLEET, NOW.plusSeconds(59))).isEmpty();
        assertThat(plan.nodesAt(FLEET, NOW.plusSeconds(60)))
                .containsExactlyInAnyOrder(new NodeId("a-1"), new NodeId("b-0"));
        assertThat(plan.nodesAt(FLEET, NOW.plusSeconds(119))).hasSize(2);
        assertThat(plan.nodesAt(FLEET, NOW.plusSeconds(120))).isEmpty();
    }

    @Test
    void windowsSurviveARestart() throws IOException {
        var window = window(List.of("a-0"), List.of("beta"), 0, 60);
        plan().add(window);

        assertThat(plan().windows()).containsExactly(window);
    }

    @Test
    void endedWindowIsGone() throws IOException {
        MaintenancePlan plan = plan();
        var window = window(List.of("a-0"), List.of(), 0, 60);
        plan.add(window);

        assertThat(plan.end(window.id())).isTrue();
        assertThat(plan.end(window.id())).isFalse();
        assertThat(plan.windows()).isEmpty();
        assertThat(plan().windows()).isEmpty();
    }

    @Test
    void windowThatIsOverIsNoLongerTold() throws IOException {
        MaintenancePlan plan = plan();
        plan.add(window(List.of("a-0"), List.of(), 0, 60));

        clock.advance(Duration.ofSeconds(60));

        assertThat(plan.windows()).isEmpty();
    }

    @Test
    void numberIsBounded() throws IOException {
        MaintenancePlan plan = plan();
        for (int i = 0; i < MaintenancePlan.MOST_WINDOWS; i++) {
            assertThat(plan.add(window(List.of("a-0"), List.of(), 0, 60))).isTrue();
        }

        assertThat(plan.add(window(List.of("a-0"), List.of(), 0, 60))).isFalse();
        assertThat(plan.windows()).hasSize(MaintenancePlan.MOST_WINDOWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[{}]", "[null]", "null", "{\"a\": 1}", "[{\"id\": \"x\", \"nodes\": [\"<script>\"]}]"})
    void brokenFileIsToldAndCountsForAnEmptyOne(String text, CapturedOutput log) throws IOException {
        Files.writeString(folder.resolve("windows.json"), text);

        assertThat(plan().windows()).isEmpty();
        assertThat(log).contains("nodesonde.maintenance.file cannot be read");
    }

    @Test
    void whatCannotBeKeptIsNotInForce() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        var plan = new MaintenancePlan(new MaintenanceProperties(notAFolder.resolve("windows.json")), clock);

        assertThatIOException().isThrownBy(() -> plan.add(window(List.of("a-0"), List.of(), 0, 60)));
        assertThat(plan.windows()).isEmpty();
    }

    @Test
    void changesAreToldInTheLogOnOneLineEach(CapturedOutput log) throws IOException {
        MaintenancePlan plan = plan();
        var window = MaintenanceWindow.of(
                Set.of(new NodeId("a-0")), Set.of("beta"), "new\nfirmware", NOW, NOW.plusSeconds(60), "ops");
        plan.add(window);
        plan.end(window.id());

        assertThat(log)
                .contains("maintenance of node a-0, network beta from 2026-11-22T03:46:28Z until 2026-11-22T03:47:28Z")
                .contains("by ops")
                .contains("ended early")
                .doesNotContain("new\nfirmware");
    }

    @Test
    void windowThatCoversNothingOrEndsBeforeItBeginsIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> window(List.of(), List.of(), 0, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> window(List.of("a-0"), List.of(), 60, 60));
    }

    private MaintenancePlan plan() {
        return new MaintenancePlan(new MaintenanceProperties(folder.resolve("windows.json")), clock);
    }

    private static MaintenanceWindow window(List<String> nodes, List<String> networks, long from, long to) {
        return MaintenanceWindow.of(
                nodes.stream().map(NodeId::new).toList(),
                networks,
                "upgrade",
                NOW.plusSeconds(from),
                NOW.plusSeconds(to),
                "ops");
    }

    private static Network network(String name) {
        return new Network(
                name, "kind", false, Optional.empty(), 0, 2, Duration.ofSeconds(2), new NetworkSettings.None());
    }

    private static Node node(String id, String network) {
        return new Node(
                new NodeId(id),
                "kind",
                network,
                new TreeMap<>(),
                Duration.ofSeconds(15),
                Duration.ofSeconds(6),
                Set.of(),
                Credentials.NONE,
                Set::of);
    }
}
