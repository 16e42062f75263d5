package io.github.nodesonde.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The program as a process of its own: what only its exit code and its streams can show. */
class NodesondeTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stopWhatStillRuns() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void wrongFlagIsWrongUsage() throws Exception {
        Process process = start("--prot", "1");

        assertThat(exitCode(process)).isEqualTo(2);
        assertThat(output()).isEmpty();
        assertThat(Files.readString(folder.resolve("err"))).isEqualToNormalizingNewlines("""
                        nodesonde: unknown flag --prot; did you mean --port?
                        nodesonde --help lists all there is
                        """);
    }

    @Test
    void validateTellsEveryMistake() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), "nodes:\n  - id: A\nnode: []\n");

        Process process = start("validate", "a.yaml");

        assertThat(exitCode(process)).isEqualTo(2);
        assertThat(output().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("a.yaml:2:5 nodes[0].") || line.startsWith("a.yaml:3:1 node:"));
    }

    @Test
    void brokenInventoryKeepsTheGatewayFromStarting() throws Exception {
        Files.writeString(folder.resolve("nodesonde.yaml"), "nodes:\n  - id: A\nnode: []\n");

        Process process = start();

        assertThat(exitCode(process)).isEqualTo(2);
        assertThat(output().lines().filter(line -> line.contains("nodesonde.yaml:")))
                .hasSize(3);
        assertThat(output()).doesNotContain("\tat ").doesNotContain("WARN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--metrics-port", "--rpc-port"})
    void takenPortIsNamedWithItsFlag(String flag) throws Exception {
        Files.writeString(folder.resolve("nodesonde.yaml"), "nodes: []");
        try (var taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());

            Process process = start(flag, port);

            assertThat(exitCode(process)).isEqualTo(1);
            assertThat(output())
                    .containsOnlyOnce("ERROR")
                    .contains("port " + port + " is taken by another program: stop that, or choose another with " + flag
                            + " N")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void onePortForPageAndMetricsIsRefused() throws Exception {
        Files.writeString(folder.resolve("nodesonde.yaml"), "nodes: []");

        Process process = start("--port", "18765", "--metrics-port", "18765");

        assertThat(exitCode(process)).isEqualTo(1);
        assertThat(output())
                .contains(
                        "port 18765 is given to page and metrics alike: choose another with --port N or --metrics-port N")
                .doesNotContain("\tat ");
    }

    @Test
    void gatewayLogsNothingButJsonAndEndsOnRequest() throws Exception {
        Files.writeString(folder.resolve("nodesonde.yaml"), "nodes: []");
        Process process = start("--log-format", "json");
        await().atMost(PATIENCE).until(() -> output().contains("Started Nodesonde"));

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output().lines())
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(JsonMapper.shared().readTree(line).propertyNames())
                                .contains("timestamp", "level", "logger", "message"));
        assertThat(output()).contains("\"message\":\"the inventory is in force\",\"nodes\":0,\"networks\":0");
    }

    private Process start(String... arguments) throws IOException {
        Process process = ProgramProcess.start(folder, List.of(), arguments);
        started.add(process);
        return process;
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out"));
    }
}
