package io.github.nodesonde.deploy;

import io.github.nodesonde.testing.HttpPort;
import io.github.nodesonde.testing.ListeningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A real Alertmanager on a free port of loopback, with its data in a folder of the test's, and without peers. */
final class AlertmanagerProcess implements AutoCloseable {

    private final ListeningProgram program;

    private AlertmanagerProcess(ListeningProgram program) {
        this.program = program;
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
        return new AlertmanagerProcess(ListeningProgram.start(
                folder.resolve("alertmanager.log"),
                program.toString(),
                "--config.file=" + file,
                "--storage.path=" + folder.resolve("alertmanager"),
                "--cluster.listen-address="));
    }

    String address() {
        return "127.0.0.1:" + program.port().number();
    }

    /** The alerts of one name that it holds now. */
    List<JsonNode> alerts(String name) {
        return HttpPort.json(program.port().get("/api/v2/alerts"))
                .valueStream()
                .filter(alert -> alert.at("/labels/alertname").asString().equals(name))
                .toList();
    }

    String log() {
        return program.log();
    }

    @Override
    public void close() {
        program.close();
    }
}
