package io.github.nodesonde.bench;

import io.github.nodesonde.cli.Nodesonde;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as it is shipped, in a process of its own, and what it says of the simulated fleet. */
final class Gateway implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern NODE = Pattern.compile("node=\"v(\\d+)\"");
    private static final int API_PAGE = 500;

    /** More than the fleet prints, so that none is left out. */
    private static final int MOST_SERIES = 2_000_000;

    private final JsonMapper json = JsonMapper.builder().build();
    private final ChildProcess process;
    private final Path inventory;
    private final GatewayHttp http;

    private Gateway(ChildProcess process, Path inventory) throws IOException, InterruptedException {
        this.process = process;
        this.inventory = inventory;
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
        http = new GatewayHttp(ports.getFirst(), ports.getLast());
    }

    /**
     * @param folder of its own
     * @param environment variables beside ours
     */
    static Gateway start(Path folder, List<String> javaOptions, Listing listing, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path inventory = Files.writeString(folder.resolve("nodesonde.yaml"), listing.text());
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(Boolean.getBoolean("fleet.classes") ? List.of("-cp", classes(), Nodesonde.class.getName()) : jar());
        command.addAll(List.of(
                "--inventory",
                inventory.toString(),
                "--port",
                "0",
                "--metrics-port",
                "0",
                "--nodesonde.passthrough.max-series=" + MOST_SERIES));
        return new Gateway(ChildProcess.start(folder, command, environment), inventory);
    }

    private static List<String> jar() {
        return List.of("-jar", Path.of("target/nodesonde.jar").toAbsolutePath().toString());
    }

    /** As compiled last, without the simulated fleet's classes. */
    private static String classes() {
        return Target.absolute(System.getProperty("java.class.path")).replaceAll("[^:]*(bench|test)-classes:", "");
    }

    ChildProcess process() {
        return process;
    }

    int metricsPort() {
        return http.metricsPort();
    }

    /** Puts another listing in force. */
    void reload(Listing listing) throws IOException, InterruptedException {
        Files.writeString(inventory, listing.text());
        http.reload();
    }

    /** Nodes that answered in their newest round. */
    BitSet up() throws IOException, InterruptedException {
        return nodes("nodesonde_node_up", line -> line.endsWith(" 1") || line.endsWith(" 1.0"));
    }

    /** Nodes that were asked and did not answer in their newest round. */
    BitSet silent() throws IOException, InterruptedException {
        return nodes("nodesonde_node_up", line -> line.endsWith(" 0") || line.endsWith(" 0.0"));
    }

    /** How many nodes that were asked carry this label. */
    long labelled(String value) throws IOException, InterruptedException {
        return nodes("nodesonde_node_up", line -> line.contains("batch=\"" + value + "\"")).cardinality();
    }

    /** How many nodes are judged so. */
    int judged(String verdict) throws IOException, InterruptedException {
        return (int) sum("nodesonde_network_nodes", line -> line.contains("verdict=\"" + verdict + "\""));
    }

    /** Which nodes are judged to be down. */
    BitSet judgedDown() throws IOException, InterruptedException {
        var down = new BitSet();
        int page = 0;
        JsonNode answer;
        do {
            answer = json.readTree(http.api("nodes?verdict=down&size=%d&page=%d".formatted(API_PAGE, page++)));
            answer.get("items").forEach(node -> down.set(Integer.parseInt(node.get("id").stringValue().substring(1))));
        } while (!answer.get("items").isEmpty() && page * API_PAGE < answer.get("total").intValue());
        return down;
    }

    /** Questions that failed since the start, of nodes that are listed still. */
    double failures() throws IOException, InterruptedException {
        return sum("nodesonde_probe_failures_total", line -> true);
    }

    GatewayHttp.Read read(String coding) throws IOException, InterruptedException {
        return http.read(coding);
    }

    /** After a collection. */
    double liveMebibytes() throws IOException, InterruptedException {
        return new Heap(process.pid()).liveMebibytes();
    }

    @Override
    public void close() {
        http.close();
        process.close();
    }

    private BitSet nodes(String name, Predicate<String> wanted) throws IOException, InterruptedException {
        var nodes = new BitSet();
        series(name)
                .filter(wanted)
                .forEach(line -> NODE.matcher(line)
                        .results()
                        .forEach(found -> nodes.set(Integer.parseInt(found.group(1)))));
        return nodes;
    }

    private double sum(String name, Predicate<String> wanted) throws IOException, InterruptedException {
        return series(name)
                .filter(wanted)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Stream<String> series(String name) throws IOException, InterruptedException {
        return http.metrics("?name%5B%5D=" + name)
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"));
    }
}
