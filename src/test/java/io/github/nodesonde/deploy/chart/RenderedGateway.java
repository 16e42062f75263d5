package io.github.nodesonde.deploy.chart;

import static org.awaitility.Awaitility.await;

import io.github.nodesonde.cli.Nodesonde;
import io.github.nodesonde.testing.HttpPort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The gateway with the arguments and variables of a rendered pod, its volumes being folders, its ports free ones. */
final class RenderedGateway implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;
    private final HttpPort http;
    private final HttpPort metrics;

    private RenderedGateway(Process process, Path log) {
        this.process = process;
        this.log = log;
        try {
            await().atMost(PATIENCE).until(() -> log().contains("Started Nodesonde") || !process.isAlive());
            List<Integer> ports = PORT.matcher(log())
                    .results()
                    .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                    .toList();
            if (ports.size() != 2) {
                throw new AssertionError("the gateway did not start: " + log());
            }
            http = new HttpPort(ports.getFirst());
            metrics = new HttpPort(ports.getLast());
        } catch (RuntimeException | Error failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    /** @param root stands for the root of the container's file system */
    static RenderedGateway start(Manifests manifests, Path root) throws IOException {
        for (Object mount : Manifests.list(manifests.container(), "volumeMounts")) {
            Files.createDirectories(
                    root.resolve(Manifests.at(mount, "mountPath").toString().substring(1)));
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), Nodesonde.class.getName()));
        manifests
                .arguments()
                .forEach(argument -> command.add(argument.toString()
                        .replaceFirst("^(--(metrics-)?port)=.*", "$1=0")
                        .replace("/etc/nodesonde", root + "/etc/nodesonde")));
        var builder = new ProcessBuilder(command)
                .directory(Files.createDirectories(root.resolve("opt")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NODESONDE") || name.startsWith("LEANSPEC"));
        for (Object variable : Manifests.list(manifests.container(), "env")) {
            builder.environment()
                    .put(
                            Manifests.at(variable, "name").toString(),
                            Manifests.at(variable, "value").toString().replaceFirst("^/(var|run)/", root + "/$1/"));
        }
        return new RenderedGateway(builder.start(), root.resolve("log"));
    }

    HttpPort http() {
        return http;
    }

    HttpPort metrics() {
        return metrics;
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        metrics.close();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Without the tests' own classes, which the program would take for its components. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
