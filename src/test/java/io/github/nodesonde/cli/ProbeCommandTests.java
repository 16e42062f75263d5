package io.github.nodesonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.nodesonde.faults.FaultyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code nodesonde probe} as a process of its own. */
class ProbeCommandTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stopWhatStillRuns() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void whatAskingANodeOnceBringsIsTold() throws Exception {
        try (var node = new LeanNode(503, "{\"status\":\"syncing\",\"slot\":5,\"synced\":false}")) {
            writeInventory(node.port());

            Process process = start("probe", "lean-0", "--inventory", "nodes.yaml");

            assertThat(exitCode(process)).isZero();
            assertThat(output())
                    .startsWith("""
                            lean-0 of devnet-4 is degraded
                              degraded  not-synced: the node says that it is not synced

                            """)
                    .containsPattern("\nprobe health: answered in [0-9]+\\.[0-9]{3} s\n")
                    .containsPattern("\nprobe metrics: answered in [0-9]+\\.[0-9]{3} s\n")
                    .contains("\n# TYPE leanspec_slot_head gauge\n")
                    .contains("\nleanspec_slot_head{network=\"devnet-4\",node=\"lean-0\"} 5\n")
                    .contains("\nleanspec_peers_connected{network=\"devnet-4\",node=\"lean-0\"} 3\n")
                    .doesNotContain("\u001b")
                    .doesNotContain("WARN");
            assertThat(node.asked()).containsExactly("/health", "/metrics");
        }
    }

    @Test
    void nodeThatDoesNotAnswerFails() throws Exception {
        try (Socket silent = FaultyServer.takeSilentPort()) {
            writeInventory(silent.getLocalPort());

            Process process = start("probe", "--json", "lean-0", "--inventory=nodes.yaml");

            assertThat(exitCode(process)).isEqualTo(1);
            assertThat(output().lines()).hasSize(1);
            var report = JsonMapper.shared().readTree(output());
            assertThat(report.path("verdict").asString()).isEqualTo("unknown");
            assertThat(report.path("findings")
                            .valueStream()
                            .map(finding -> finding.path("rule").asString()))
                    .containsExactly("stale", "probe-failing");
            assertThat(report.path("probes")
                            .valueStream()
                            .map(probe -> probe.path("reason").asString()))
                    .hasSize(5)
                    .containsOnly("unreachable");
            assertThat(report.at("/probes/0/detail").asString()).isEqualTo("connection refused");
            assertThat(report.path("series").asString())
                    .contains("nodesonde_node_up{network=\"devnet-4\",node=\"lean-0\"} 0\n");
        }
    }

    @Test
    void nodeThatIsNotListedNamesTheNearest() throws Exception {
        writeInventory(1);

        Process process = start("probe", "lean-O", "--inventory", "nodes.yaml");

        assertThat(exitCode(process)).isEqualTo(2);
        assertThat(output()).isEmpty();
        assertThat(errors()).startsWith("nodesonde: the inventory has no node 'lean-O'; did you mean lean-0?\n");
    }

    @Test
    void everyMistakeOfTheInventoryIsTold() throws Exception {
        Files.writeString(folder.resolve("nodes.yaml"), "nodes:\n  - id: A\nnode: []\n");

        Process process = start("probe", "lean-0", "--inventory", "nodes.yaml");

        assertThat(exitCode(process)).isEqualTo(2);
        assertThat(output()).isEmpty();
        assertThat(errors().lines()).hasSize(3).allMatch(line -> line.startsWith("nodes.yaml:"));
    }

    private void writeInventory(int port) throws IOException {
        Files.writeString(folder.resolve("nodes.yaml"), """
                networks:
                  - { name: devnet-4, type: lean }
                nodes:
                  - { id: lean-0, network: devnet-4, url: "http://127.0.0.1:%d" }
                  - { id: other, network: devnet-4, url: "http://127.0.0.1:%d" }
                """.formatted(port, port));
    }

    /** A node that tells its health as it is told to, and the number of its peers. */
    private static final class LeanNode implements AutoCloseable {

        private final HttpServer server;
        private final List<String> asked = new CopyOnWriteArrayList<>();

        LeanNode(int status, String health) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            answer("/health", status, health);
            answer("/metrics", 200, "# TYPE leanspec_peers_connected gauge\nleanspec_peers_connected 3\n");
            server.start();
        }

        private void answer(String path, int status, String body) {
            server.createContext(path, exchange -> {
                asked.add(exchange.getRequestURI().getPath());
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
        }

        int port() {
            return server.getAddress().getPort();
        }

        List<String> asked() {
            return asked;
        }

        @Override
        public void close() {
            server.stop(0);
        }
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

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out"));
    }
}
