package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** Whoever types a command of a runbook that asks the gateway is told something; tried on the demo fleet. */
@WholeGateway
@TestPropertySource(properties = "nodesonde.demo=true")
class RunbookIT {

    private static final Path RUNBOOKS = Path.of("docs/runbooks");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ASKS_THE_GATEWAY = Pattern.compile("(?m)^curl .*localhost:80[08][08].*$");
    private static final Pattern OF_VALIDATORS = Pattern.compile("(?:GenLayer|Validator|Operator|Epoch).*");

    private final GatewayPorts gateway;

    RunbookIT(@Autowired Environment environment) {
        gateway = new GatewayPorts(environment);
    }

    /** A command as it is written, and the runbook that it is in. */
    record Command(String runbook, String text) {

        /** Put to a gateway on these ports, about a node of the demo that the alert may be about. */
        String ready(int api, int metrics) {
            boolean validator = OF_VALIDATORS.matcher(runbook).matches();
            return text.replace("NODE", validator ? "validator-eu-1" : "lean-0")
                    .replace("NETWORK", validator ? "bradbury-demo" : "devnet-demo")
                    .replace("curl -s", "curl -sf")
                    .replace("localhost:8080", "localhost:" + api)
                    .replace("localhost:8008", "localhost:" + metrics);
        }
    }

    @BeforeAll
    static void needPrograms() {
        assumeThat(Path.of("/usr/bin/curl")).as("Debian's package curl").isExecutable();
        assumeThat(Path.of("/usr/bin/jq")).as("Debian's package jq").isExecutable();
        assumeThat(Path.of("/usr/bin/bash")).as("Debian's package bash").isExecutable();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandIsAnswered(Command command) {
        String ready = command.ready(gateway.apiPort(), gateway.managementPort());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(answer(ready)).isNotEqualTo("null"));
    }

    /** A member that the API does not have is null, and a path that it does not have fails. */
    @Test
    void mistypedCommandIsSeen() throws IOException, InterruptedException {
        String fleet = "curl -s localhost:" + gateway.apiPort() + "/api/v1/fleet | jq ";

        assertThat(answer(fleet + ".verdict")).isNotEqualTo("null");
        assertThat(answer(fleet + ".verdikt")).isEqualTo("null");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> answer(fleet.replace("fleet", "fleat").replace("-s", "-sf") + "."));
    }

    private static List<Command> commands() throws IOException {
        try (Stream<Path> runbooks = Files.list(RUNBOOKS)) {
            List<Command> commands = runbooks.sorted()
                    .flatMap(runbook -> CONSOLE.matcher(text(runbook))
                            .results()
                            .flatMap(block ->
                                    ASKS_THE_GATEWAY.matcher(block.group(1)).results())
                            .map(MatchResult::group)
                            .map(line -> new Command(runbook.getFileName().toString(), line)))
                    .toList();
            assertThat(commands).hasSizeGreaterThan(40);
            return commands;
        }
    }

    /** What it prints, when all of it succeeds. */
    private static String answer(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-c", "set -o pipefail\n" + command)
                .redirectErrorStream(true)
                .start();
        try (var out = shell.getInputStream()) {
            String answer = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(shell.waitFor()).as(command + "\n" + answer).isZero();
            return answer;
        } finally {
            shell.destroyForcibly().waitFor();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
