package io.github.nodesonde.bench;

import io.github.nodesonde.cli.Nodesonde;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The jar as it is shipped, in a process of its own. */
final class Gateway implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern USED = Pattern.compile("garbage-first heap.*used (\\d+)K|def new.*used (\\d+)K|PSYoungGen.*used (\\d+)K");

    /** More than the fleet prints, so that none is left out. */
    private static final int MOST_SERIES = 2_000_000;

    private final ChildProcess process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final int metricsPort;

    private Gateway(ChildProcess process) throws IOException, InterruptedException {
        this.process = process;
        List<Integer> ports = List.of();
        while (ports.size() < 2) {
            if (!process.isAlive()) {
                throw new IOException("the gateway did not start: " + process.log());
            }
            Thread.sleep(50);
            ports = PORT.matcher(process.log())
                    .results()
                    .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                    .toList();
        }
        port = ports.getFirst();
        metricsPort = ports.getLast();
    }

    static Gateway start(Path folder, List<String> javaOptions, String inventory) throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("gateway"));
        write(folder, inventory);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(Boolean.getBoolean("fleet.classes") ? List.of("-cp", classes(), Nodesonde.class.getName()) : jar());
        command.addAll(List.of(
                "--inventory",
                own.resolve("nodesonde.yaml").toString(),
                "--port",
                "0",
                "--metrics-port",
                "0",
                "--nodesonde.passthrough.max-series=" + MOST_SERIES));
        return new Gateway(ChildProcess.start(own, command));
    }

    private static List<String> jar() {
        return List.of("-jar", Path.of("target/nodesonde.jar").toAbsolutePath().toString());
    }

    /** As compiled last, without the simulated fleet's classes. */
    private static String classes() {
        return Target.absolute(System.getProperty("java.class.path")).replaceAll("[^:]*(bench|test)-classes:", "");
    }

    static void write(Path folder, String inventory) throws IOException {
        Files.writeString(folder.resolve("gateway/nodesonde.yaml"), inventory);
    }

    /** An inventory of validators, all of one network. */
    static String inventory(Target target, int nodes, int interval, String skip) {
        var text = new StringBuilder("networks:\n  - name: bradbury\n    type: genlayer\n    interval: ")
                .append(interval)
                .append("s\n    skip: ")
                .append(skip)
                .append("\nnodes:\n");
        for (int node = 0; node < nodes; node++) {
            text.append("  - { id: v").append(node).append(", network: bradbury, url: \"http://")
                    .append(target.host(node)).append("\" }\n");
        }
        return text.toString();
    }

    ChildProcess process() {
        return process;
    }

    int port() {
        return port;
    }

    int metricsPort() {
        return metricsPort;
    }

    /** The sum of all series of one name. */
    double sum(String name) throws IOException, InterruptedException {
        return page("?name%5B%5D=" + name).lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(Gateway::value)
                .sum();
    }

    /** Nodes that answered in their newest round. */
    double nodesUp() throws IOException, InterruptedException {
        return sum("nodesonde_node_up");
    }

    /** Reads the whole page, and throws it away. */
    Read read(String coding) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metricsPort + "/metrics"))
                        .header("Accept-Encoding", coding)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            long size = body.read() < 0 ? 0 : 1;
            double first = (System.nanoTime() - began) / 1e9;
            size += body.transferTo(OutputStream.nullOutputStream());
            return new Read(size, first, (System.nanoTime() - began) / 1e9);
        }
    }

    /** One reading of the page: bytes as sent, and seconds to the first and to the last. */
    record Read(long bytes, double firstByte, double total) {}

    private String page(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metricsPort + "/metrics" + query))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return answer.body();
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** Live heap, after a collection. */
    double liveMebibytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        String told = jcmd("GC.heap_info");
        return USED.matcher(told)
                        .results()
                        .mapToDouble(found -> Double.parseDouble(found.group(1)))
                        .sum()
                / 1024;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return told;
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
