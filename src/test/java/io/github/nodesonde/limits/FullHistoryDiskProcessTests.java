package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A gateway whose history lies on a disk of its own, which fills up while it is open. */
class FullHistoryDiskProcessTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NODES = 5;
    private static final String MOUNTED = "unshare -m sh -c 'mount -t tmpfs -o size=4m tmpfs \"$0\" && exec \"$@\"' ";

    @TempDir
    Path folder;

    @BeforeAll
    static void mayMount() throws Exception {
        Process mounting = new ProcessBuilder("sh", "-c", "exec unshare -m mount -t tmpfs tmpfs /mnt")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeThat(mounting.waitFor())
                .as("whether a file system may be mounted here")
                .isZero();
    }

    @Test
    void diskThatFillsUpStopsNothingAndLosesNothingOnceItHasRoomAgain() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        try (var nodes = FakeNodes.printing(1);
                var gateway = GatewayProcess.start(
                        folder,
                        InventoryText.of(NODES, "1s", List.of(nodes.url()), "net"),
                        Launch.with()
                                .by("exec " + MOUNTED + disk + " \"$@\"")
                                .arguments("--nodesonde.history.path=" + disk))) {
            await().atMost(PATIENCE).until(() -> isTold(gateway, "up"));
            List<JsonNode> before = gateway.changes("node-0");
            Path filler = seenBy(gateway, disk).resolve("filler");

            fill(filler);
            nodes.goAway();
            await().atMost(PATIENCE).until(() -> gateway.nodesUp() == 0);
            await().atMost(PATIENCE).until(() -> gateway.series("nodesonde_history_database_up") == 0);
            assertThat(gateway.main().get("/api/v1/nodes/node-0/history").statusCode())
                    .isEqualTo(503);
            assertThat(gateway.log()).contains("The history cannot be written, its records wait");

            Files.delete(filler);
            await().atMost(PATIENCE).until(() -> isTold(gateway, "down"));

            List<JsonNode> after = gateway.changes("node-0");
            assertThat(after.subList(after.size() - before.size(), after.size()))
                    .isEqualTo(before);
            assertThat(new HashSet<>(after)).hasSameSizeAs(after);
            assertThat(gateway.series("nodesonde_history_lost_total")).isZero();
        }
    }

    /** The mount is the process's alone; this is the way there from without. */
    private static Path seenBy(GatewayProcess gateway, Path disk) {
        return Path.of("/proc/" + gateway.pid() + "/root" + disk.toAbsolutePath());
    }

    private static void fill(Path filler) throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static boolean isTold(GatewayProcess gateway, String verdict) {
        return gateway.changes("node-0").stream()
                .anyMatch(change -> change.path("to").asString("").equals(verdict));
    }
}
