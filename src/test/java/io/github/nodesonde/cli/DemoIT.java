package io.github.nodesonde.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo as a process of its own, with the memory that a small container has. */
class DemoIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SECONDS_TO_END = 5;
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void demoTellsOfItsNodesInJsonAndEndsOnRequest() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process demo = ProgramProcess.start(
                folder,
                List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + temporary),
                "--demo",
                "--log-format",
                "json",
                "--log-level",
                "info");
        try {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(linesOf("lean-5"))
                        .anySatisfy(
                                line -> assertThat(line.at("/rule").asString()).isEqualTo("isolated"));
                assertThat(linesOf("validator-sa-1"))
                        .anySatisfy(
                                line -> assertThat(line.at("/to").asString()).isEqualTo("down"));
            });
            assertThat(temporary).isNotEmptyDirectory();

            demo.destroy();

            assertThat(demo.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).isTrue();
        } finally {
            demo.destroyForcibly();
        }
        assertThat(demo.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(folder.resolve("err")).isEmptyFile();
        assertThat(temporary).isEmptyDirectory();
        assertThat(folder.resolve("data")).doesNotExist();
        assertEveryLineIsALogEvent();
        assertLinesAboutNodesSayWhichAndHowFar();
    }

    private void assertEveryLineIsALogEvent() throws IOException {
        assertThat(lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(Instant.parse(line.at("/timestamp").asString())).isNotNull();
            assertThat(line.at("/level").asString()).isIn("INFO", "WARN");
            assertThat(line.at("/message").asString()).isNotBlank();
        });
    }

    private void assertLinesAboutNodesSayWhichAndHowFar() throws IOException {
        assertThat(lines().stream().filter(line -> line.has("node")))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.at("/peer_id").asString())
                            .isEqualTo(line.at("/node").asString());
                    assertThat(line.at("/network").asString()).isIn("bradbury-demo", "devnet-demo");
                });
        assertThat(linesOf("lean-5")).isNotEmpty().allSatisfy(line -> {
            assertThat(line.at("/slot").isIntegralNumber()).isTrue();
            assertThat(line.at("/epoch").isIntegralNumber()).isTrue();
        });
        assertThat(linesOf("validator-sa-1")).isNotEmpty().noneMatch(line -> line.has("slot"));
        assertThat(linesOf("validator-sa-1")).anySatisfy(line -> {
            assertThat(line.at("/probe").asString()).isEqualTo("health");
            assertThat(line.at("/reason").asString()).isEqualTo("unreachable");
        });
    }

    private List<JsonNode> linesOf(String node) throws IOException {
        return lines().stream()
                .filter(line -> line.path("node").asString("").equals(node))
                .toList();
    }

    /** The whole ones: the last may just be being written. */
    private List<JsonNode> lines() throws IOException {
        String out = Files.readString(folder.resolve("out"));
        return out.substring(0, out.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
