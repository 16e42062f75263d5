package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows docs/api.md on the demo, as a new user would: line by line, by the shell. */
@WholeGateway
@TestPropertySource(properties = "nodesonde.demo=true")
class ApiTourIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CURL = Path.of("/usr/bin/curl");
    private static final String SERVER = "localhost:8080";
    private static final String STATUS = " -o answer -w '%{http_code}'";

    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)^curl (?:.*\\\\\n)*.*$");
    private static final Pattern COMMENT = Pattern.compile(" +# .*$");
    private static final Pattern BADGE = Pattern.compile("https://sonde\\.example\\.org(/api/v1/badges/\\S+?)\\)");
    private static final Pattern SELECTOR = Pattern.compile("(?m)^\\| `([\\w.]+)` \\| \\w+ \\| (\\w+) \\|$");
    private static final Pattern COLUMNS = Pattern.compile("with the columns (.*?)\\(time\\)", Pattern.DOTALL);

    @TempDir
    static Path folder;

    private final GatewayPorts gateway;

    ApiTourIT(@Autowired Environment environment) {
        gateway = new GatewayPorts(environment);
    }

    @BeforeAll
    static void needCurl() {
        assumeThat(CURL).as("Debian's package curl").isExecutable();
    }

    @DynamicPropertySource
    static void token(DynamicPropertyRegistry properties) throws IOException {
        Files.writeString(folder.resolve("token"), "s3cret-token\n");
        properties.add(
                "nodesonde.api.write-token-file", () -> folder.resolve("token").toString());
        properties.add(
                "nodesonde.maintenance.file",
                () -> folder.resolve("windows.json").toString());
    }

    /** Those that ask; what changes something is followed in its order below. */
    @ParameterizedTest
    @MethodSource("questions")
    void questionIsAnswered(String command) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(command)).as(command).isEqualTo("200"));
    }

    @Test
    void maintenanceIsBegunAndEndedAsIsWritten() throws Exception {
        List<String> changes =
                commands().filter(command -> command.contains("token")).toList();
        assertThat(changes).hasSize(2);

        assertThat(status(changes.getFirst())).isEqualTo("201");
        JsonNode window = answer();
        assertThat(Instant.parse(window.at("/endsAt").asString())).isAfter(Instant.now());
        assertThat(gateway.json("/api/v1/nodes/lean-3").at("/verdict").asString())
                .isEqualTo("maintenance");
        assertThat(status(
                        changes.getLast().replace("/ID", "/" + window.at("/id").asString())))
                .isEqualTo("204");
    }

    @Test
    void badgesAreThere() {

        assertThat(BADGE.matcher(tour()).results().map((MatchResult badge) -> badge.group(1)))
                .hasSize(2)
                .allSatisfy(path -> assertThat(gateway.api(path).statusCode()).isEqualTo(200));
    }

    /** A panel shows a column of a selector that finds nothing as empty, so some node must have each. */
    @Test
    void columnsOfThePanelAreFound() {
        Matcher selectors = SELECTOR.matcher(tour());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nodes())
                        .anyMatch(node -> !node.at("/findings").isEmpty()));

        assertThat(selectors.results())
                .hasSize(5)
                .allSatisfy(found -> assertThat(nodes())
                        .extracting(node -> node.at("/" + found.group(1).replace('.', '/')))
                        .anyMatch(value -> found.group(2).equals("number") ? value.isNumber() : value.isString()));
    }

    @Test
    void columnsOfIncidentsAreDescribed() throws IOException {
        Matcher columns = COLUMNS.matcher(tour());
        assertThat(columns.find()).isTrue();
        JsonNode described = JsonMapper.shared()
                .readTree(Files.readString(Path.of("docs/openapi.json")))
                .at("/components/schemas/Incident/properties");

        assertThat(Pattern.compile("`(\\w+)`").matcher(columns.group(1)).results())
                .hasSize(5)
                .allSatisfy(name -> assertThat(described.propertyNames()).contains(name.group(1)));
    }

    private List<JsonNode> nodes() {
        return gateway.json("/api/v1/nodes?size=500").at("/items").valueStream().toList();
    }

    private static List<String> questions() {
        return commands().filter(command -> !command.contains("token")).toList();
    }

    private static Stream<String> commands() {
        return SHELL.matcher(tour())
                .results()
                .flatMap(block -> COMMAND.matcher(block.group(1)).results())
                .map(command -> COMMENT.matcher(command.group()).replaceFirst(""));
    }

    /** What it answers; of a stream, what it has begun to answer. */
    private String status(String command) throws IOException, InterruptedException {
        String bounded = command.contains("-sN") ? command + " --max-time 1" : command;
        assertThat(bounded).contains(SERVER);
        Process shell = new ProcessBuilder(
                        "sh", "-c", bounded.replace(SERVER, "localhost:" + gateway.apiPort()) + STATUS)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var out = shell.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            shell.destroyForcibly().waitFor();
        }
    }

    private static JsonNode answer() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("answer")));
    }

    private static String tour() {
        try {
            return Files.readString(Path.of("docs/api.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
