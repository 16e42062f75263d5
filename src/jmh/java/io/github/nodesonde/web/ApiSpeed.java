package io.github.nodesonde.web;

import io.github.nodesonde.api.TestGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast the API, its stream and the page are over real HTTP, for a large fleet that is judged anew each second. Readers and
 * gateway share one process and its processors. Nodes are made up and not polled. Prints a table and writes it as JSON.
 */
public final class ApiSpeed {

    private static final int NODES = 10_000;
    private static final int NODES_OF_A_PAGE = 2_000;
    private static final int READERS = 1_000;
    private static final int CHANGES = 30;
    private static final Path RESULT = Path.of("target", "bench", "api.json");

    private ApiSpeed() {}

    public static void main(String[] arguments) throws Exception {
        var lines = new ArrayList<Line>();
        try (var gateway = TestGateway.unchecked("nodesonde.api.max-event-streams=" + READERS)) {
            try (var _ = JudgedEachSecond.of(ShownFleet.ofNodes(NODES));
                    var asking = new Asking(gateway.port())) {
                lines.add(asking.first("page of 100", "/api/v1/nodes?size=100", 2_000));
                lines.add(asking.again("page of 100, had already", "/api/v1/nodes?size=100", 2_000));
                lines.add(asking.first("page of 100, worst first", "/api/v1/nodes?size=100&sort=-verdict", 1_000));
                lines.add(asking.first("page of 100, searched", "/api/v1/nodes?size=100&q=zephyr", 1_000));
                lines.add(asking.whole("all nodes, 500 a page", "/api/v1/nodes?size=500&page=", NODES / 500, 50));
                lines.add(asking.first("fleet", "/api/v1/fleet", 1_000));
            }
            try (var _ = JudgedEachSecond.of(ShownFleet.ofNodes(NODES_OF_A_PAGE));
                    var asking = new Asking(gateway.port())) {
                lines.add(asking.first("status page of 2,000 nodes", "/", 100));
            }
            lines.add(Listening.to(gateway, READERS, CHANGES));
        }
        print(lines);
    }

    private static void print(List<Line> lines) throws IOException {
        System.out.println(Line.HEAD);
        lines.forEach(System.out::println);
        Files.createDirectories(RESULT.resolveSibling(""));
        Files.writeString(
                RESULT, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(lines) + "\n");
        System.out.println("written to " + RESULT);
    }
}
