package io.github.nodesonde.limits;

import static org.awaitility.Awaitility.await;

import io.github.nodesonde.cli.Nodesonde;
import io.github.nodesonde.testing.HttpPort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The whole gateway as a process of its own, at ports that are free, on an inventory of the test's. */
final class GatewayProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;
    private final HttpPort main;
    private final HttpPort metrics;

    private GatewayProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        try {
            await().atMost(PATIENCE)
                    .until(() -> Files.exists(log) && log().contains("Started Nodesonde") || !process.isAlive());
            List<Integer> ports = PORT.matcher(log())
                    .results()
                    .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                    .toList();
            if (ports.size() != 2) {
                throw new AssertionError("the gateway did not start: " + log());
            }
            main = new HttpPort(ports.getFirst());
            metrics = new HttpPort(ports.getLast());
        } catch (RuntimeException | Error failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    static GatewayProcess start(Path folder, String inventory, Launch launch) throws IOException {
        write(folder, inventory);
        Path out = folder.resolve("out");
        var command = new ArrayList<>(launch.launcher());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(launch.javaOptions());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Nodesonde.class.getName(),
                "--port",
                "0",
                "--metrics-port",
                "0"));
        command.addAll(launch.arguments());
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(launch.out().orElse(out).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NODESONDE") || name.startsWith("LEANSPEC"));
        return new GatewayProcess(builder.start(), launch.log().orElse(out));
    }

    static GatewayProcess start(Path folder, String inventory, String... javaOptions) throws IOException {
        return start(folder, inventory, Launch.with(javaOptions));
    }

    /** Puts an inventory where the gateway that was started there looks for it, whole at once. */
    static void write(Path folder, String inventory) throws IOException {
        Path whole = Files.writeString(folder.resolve("nodesonde.yaml.new"), inventory);
        Files.move(whole, folder.resolve("nodesonde.yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it takes of this machine just now, after a collection of garbage. */
    Footprint footprint() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process collection = new ProcessBuilder(jcmd.toString(), String.valueOf(pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            throw new AssertionError("jcmd failed");
        }
        return Footprint.of(metrics.get("/metrics?scope=own").body());
    }

    HttpPort main() {
        return main;
    }

    HttpPort metrics() {
        return metrics;
    }

    /** The value of a series on the metrics port, without its labels' help. */
    double series(String name) {
        return metrics.get("/metrics?scope=own")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no series " + name));
    }

    /** How many nodes its metrics call up. */
    long nodesUp() {
        return metrics.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("nodesonde_node_up{") && line.endsWith(" 1"))
                .count();
    }

    /** What it remembers of a node's verdicts, newest first; nothing while nobody can say. */
    List<JsonNode> changes(String node) {
        return HttpPort.json(main.get("/api/v1/nodes/" + node + "/history?size=500"))
                .path("items")
                .valueStream()
                .toList();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, as a service manager would. */
    void terminate() {
        process.destroy();
    }

    /** The exit code, when it has ended within that time. */
    int exitCode(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + within);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        main.close();
        metrics.close();
        process.destroyForcibly();
    }

    /** Without the tests' own classes, which the program would take for its components. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
