package io.github.nodesonde.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dashboard as it is shipped.
 *
 * @param file where it lies
 * @param json what is in it
 */
public record ShippedDashboard(Path file, JsonNode json) {

    private static final Path FOLDER = Path.of("deploy/grafana/dashboards");

    /** All of them, by file name. */
    public static List<ShippedDashboard> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(ShippedDashboard::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ShippedDashboard read(Path file) {
        return new ShippedDashboard(file, JsonMapper.shared().readTree(file));
    }

    public String uid() {
        return json.at("/uid").asString("");
    }

    /** Those that show something, so no rows. */
    public List<Panel> panels() {
        return json.at("/panels")
                .valueStream()
                .filter(panel -> !panel.at("/type").asString().equals("row"))
                .map(panel -> new Panel(this, panel))
                .toList();
    }

    /** Variables by name. */
    public Map<String, JsonNode> variables() {
        return json.at("/templating/list")
                .valueStream()
                .collect(Collectors.toMap(variable -> variable.at("/name").asString(), variable -> variable));
    }

    @Override
    public String toString() {
        return uid();
    }

    public record Panel(ShippedDashboard dashboard, JsonNode json) {

        public String title() {
            return json.at("/title").asString("");
        }

        public String type() {
            return json.at("/type").asString("");
        }

        public List<Target> targets() {
            return json.at("/targets")
                    .valueStream()
                    .map(target -> new Target(this, target))
                    .toList();
        }

        @Override
        public String toString() {
            return dashboard + ", " + title();
        }
    }

    public record Target(Panel panel, JsonNode json) {

        public String expression() {
            return json.at("/expr").asString("");
        }

        public String legend() {
            return json.at("/legendFormat").asString("");
        }

        public boolean isInstant() {
            return json.at("/instant").asBoolean();
        }

        @Override
        public String toString() {
            return panel + ", " + json.at("/refId").asString("") + ": " + expression();
        }
    }
}
