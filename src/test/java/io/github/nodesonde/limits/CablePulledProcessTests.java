package io.github.nodesonde.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway and the nodes of its demo on a loopback network of their own, whose only link goes down and comes up again. */
class CablePulledProcessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void gatewayThatLosesItsNetworkSuspectsItselfAndTakesItBack() throws Exception {
        assumeThat(succeeds("unshare", "-rn", "ip", "link", "set", "lo", "up"))
                .as("network namespaces are to be had here, and unshare and ip with them")
                .isTrue();
        try (var gateway = GatewayProcess.start(
                folder,
                "",
                Launch.with()
                        .by("exec unshare -rn sh -c 'ip link set lo up && exec \"$@\"' sh \"$@\"")
                        .arguments("--demo"))) {
            await().atMost(PATIENCE).until(() -> gateway.log().contains("fleet went from unknown to"));
            assertThat(gateway.log()).doesNotContain("gateway-fault");

            assertThat(setLink(gateway, "down")).isTrue();
            await().atMost(PATIENCE).until(() -> gateway.log().contains("gateway-fault"));
            int told = gateway.log().length();

            assertThat(setLink(gateway, "up")).isTrue();
            await().atMost(PATIENCE)
                    .until(() -> gateway.log()
                            .substring(told)
                            .lines()
                            .anyMatch(line -> line.contains("fleet went from unknown to")));
        }
    }

    private static boolean setLink(GatewayProcess gateway, String state) throws IOException, InterruptedException {
        return succeeds(
                "nsenter",
                "-t",
                String.valueOf(gateway.pid()),
                "-U",
                "--preserve-credentials",
                "-n",
                "ip",
                "link",
                "set",
                "lo",
                state);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
