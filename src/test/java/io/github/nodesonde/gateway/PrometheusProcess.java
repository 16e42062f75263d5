package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.HttpPort;
import io.github.nodesonde.testing.ListeningProgram;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A real Prometheus on a free port of loopback, with its data in a folder of the test's. */
public final class PrometheusProcess implements AutoCloseable {

    private final ListeningProgram program;

    private PrometheusProcess(ListeningProgram program) {
        this.program = program;
    }

    /** Where it is installed; empty when it is not. */
    public static Optional<Path> program() {
        return Stream.of("/usr/bin/prometheus", "/usr/local/bin/prometheus")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static PrometheusProcess start(Path program, Path folder, String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
        return new PrometheusProcess(ListeningProgram.start(
                folder.resolve("prometheus.log"),
                program.toString(),
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("data")));
    }

    /** The series that a query gives now, each by all its labels, the name among them as {@code __name__}. */
    public Map<Map<String, String>, Double> query(String promql) {
        JsonNode answer = json("/api/v1/query?query=" + URLEncoder.encode(promql, StandardCharsets.UTF_8));
        return answer.at("/data/result")
                .valueStream()
                .collect(Collectors.toMap(
                        series -> labels(series.at("/metric")),
                        series -> number(series.at("/value/1").asString())));
    }

    /** The type that the metric has at the one target that is selected, such as {@code {job="page"}}. */
    String typeOf(String target, String metric) {
        JsonNode answer = json("/api/v1/targets/metadata?match_target="
                + URLEncoder.encode(target, StandardCharsets.UTF_8) + "&metric=" + metric);
        return answer.at("/data/0/type").asString("");
    }

    /** What keeps targets from being scraped, by the URL of the target. */
    Map<String, String> errors() {
        return json("/api/v1/targets?state=active")
                .at("/data/activeTargets")
                .valueStream()
                .filter(target -> !target.at("/lastError").asString("").isEmpty())
                .collect(Collectors.toMap(
                        target -> target.at("/scrapeUrl").asString(),
                        target -> target.at("/lastError").asString()));
    }

    /** The rules that it has loaded, of all groups, as it tells them. */
    public List<JsonNode> rules() {
        return json("/api/v1/rules")
                .at("/data/groups")
                .valueStream()
                .flatMap(group -> group.at("/rules").valueStream())
                .toList();
    }

    public String log() {
        return program.log();
    }

    @Override
    public void close() {
        program.close();
    }

    private JsonNode json(String path) {
        HttpResponse<String> answer = program.port().get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return HttpPort.json(answer);
    }

    private static Map<String, String> labels(JsonNode metric) {
        var labels = new TreeMap<String, String>();
        metric.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
