package io.github.nodesonde.deploy;

import static org.awaitility.Awaitility.await;

import io.github.nodesonde.testing.HttpPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A real Alertmanager on a free port of loopback, with its data in a folder of the test's, and without peers. */
final class AlertmanagerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LISTENING = Pattern.compile("Listening on\" address=127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final Path log;
    private final HttpPort port;

    private AlertmanagerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        try {
            await().atMost(PATIENCE).until(() -> listening().isPresent() || !process.isAlive());
            port = new HttpPort(
                    listening().orElseThrow(() -> new AssertionError("Alertmanager did not start: " + log())));
            await().atMost(PATIENCE).until(() -> port.get("/-/ready").statusCode() == 200);
        } catch (RuntimeException | Error failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    /** Where it is installed, by Debian's name or its own; empty when it is not. */
    static Optional<Path> program() {
        return Stream.of("/usr/bin/prometheus-alertmanager", "/usr/local/bin/alertmanager", "/usr/bin/alertmanager")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static AlertmanagerProcess start(Path program, Path folder, String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("alertmanager.yml"), configuration);
        Path log = folder.resolve("alertmanager.log");
        return new AlertmanagerProcess(
                new ProcessBuilder(
                                program.toString(),
                                "--config.file=" + file,
                                "--storage.path=" + folder.resolve("alertmanager"),
                                "--cluster.listen-address=",
                                "--web.listen-address=127.0.0.1:0")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    String address() {
        return "127.0.0.1:" + port.number();
    }

    /** The alerts of one name that it holds now. */
    List<JsonNode> alerts(String name) {
        return HttpPort.json(port.get("/api/v2/alerts"))
                .valueStream()
                .filter(alert -> alert.at("/labels/alertname").asString().equals(name))
                .toList();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        port.close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Integer> listening() {
        Matcher found = LISTENING.matcher(log());
        return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
    }
}
