package io.github.nodesonde.deploy.chart;

import static io.github.nodesonde.deploy.chart.Manifests.assertThatMap;
import static io.github.nodesonde.deploy.chart.Manifests.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** How the gateway runs: with which inventory, settings and secrets, and where it keeps what it learned. */
class ChartDeploymentTests {

    @Test
    void defaultsRunAGatewayThatWatchesNothingAndSaysSo() {
        Manifests manifests = Chart.rendered("");

        assertThat(manifests.kinds())
                .containsExactlyInAnyOrder("ServiceAccount", "ConfigMap", "Service", "Deployment", "Pod");
        assertThat(manifests.notes()).contains("WATCHES NOTHING YET", "--set demo=true");
    }

    @Test
    void inventoryIsMountedAsAFolderSoThatChangesArriveWithoutARestart() {
        Manifests manifests = Chart.rendered("");

        assertThat(at(manifests.container(), "volumeMounts", 0))
                .isEqualTo(Map.of("name", "inventory", "mountPath", "/etc/nodesonde", "readOnly", true));
        assertThat(manifests.arguments().subList(0, 2))
                .isEqualTo(List.of("--inventory", "/etc/nodesonde/nodesonde.yaml"));
        assertThatMap(manifests.only("Deployment"), "spec", "template", "metadata")
                .doesNotContainKey("annotations");
    }

    @Test
    void inventoryMayBeAMappingOrATextAndSaysTheSame() {
        String mapping = """
                inventory:
                  networks: [{name: devnet, type: lean, genesis-time: 1767225600}]
                  nodes: [{id: lean-0, network: devnet, url: http://lean-0:8008}]
                """;
        String text = """
                inventory: |2
                    # indented, and with a comment
                    networks: [{name: devnet, type: lean, genesis-time: 1767225600}]
                    nodes: [{id: lean-0, network: devnet, url: http://lean-0:8008}]
                """;

        assertThat(new Yaml().<Object>load(inventory(mapping)))
                .isEqualTo(new Yaml().<Object>load(inventory(text)))
                .isNotNull();
        assertThat(inventory(text)).contains("# indented");
    }

    @Test
    void inventoryOfAnExistingConfigMapOrSecretIsMountedUnderItsUsualName() {
        Object items = List.of(Map.of("key", "fleet.yaml", "path", "nodesonde.yaml"));

        Manifests map = Chart.rendered("{existingConfigMap: fleet, inventoryKey: fleet.yaml}");
        assertThat(map.of("ConfigMap")).isEmpty();
        assertThat(at(map.volume("inventory"), "configMap")).isEqualTo(Map.of("name", "fleet", "items", items));

        Manifests secret = Chart.rendered("{existingInventorySecret: fleet, inventoryKey: fleet.yaml}");
        assertThat(secret.of("ConfigMap")).isEmpty();
        assertThatMap(secret.volume("inventory"), "secret")
                .containsEntry("secretName", "fleet")
                .containsEntry("items", items);
    }

    @Test
    void demoTakesThePlaceOfAnInventory() {
        Manifests manifests = Chart.rendered("demo: true");

        assertThat(manifests.arguments().getFirst()).isEqualTo("--demo");
        assertThat(manifests.of("ConfigMap")).isEmpty();
        assertThat(manifests.notes()).contains("simulated nodes");
    }

    @Test
    void settingsBecomeFlagsWhichTheGatewayChecks() {
        assertThat(Chart.rendered("""
                        config:
                          nodesonde:
                            passthrough: {include: [lean_.*, process_.*], max-series: 1000000}
                          nodesonde.control-target: http://router.example.org/?a=b&c=<d>
                          logging.level.reactor.netty: debug
                        extraArgs: ["--nodesonde.external-url=http://{{ .Release.Name }}.example.org"]
                        """).arguments().stream().map(Object::toString))
                .contains(
                        "--nodesonde.passthrough.include=lean_.*,process_.*",
                        "--nodesonde.passthrough.max-series=1000000",
                        "--nodesonde.control-target=http://router.example.org/?a=b&c=<d>",
                        "--logging.level.reactor.netty=debug",
                        "--nodesonde.external-url=http://sonde.example.org");
    }

    @Test
    void serviceDiscoveryNamesTheServiceUnlessToldAnotherUrl() {
        assertThat(Chart.rendered("service: {metricsPort: 9008}").variable("NODESONDE_EXTERNALURL"))
                .isEqualTo("http://sonde-nodesonde.monitoring.svc:9008");
        assertThat(Chart.rendered("externalUrl: https://{{ .Release.Name }}.example.org")
                        .variable("NODESONDE_EXTERNALURL"))
                .isEqualTo("https://sonde.example.org");
    }

    @Test
    void secretsAreFilesAndNeverVariables() {
        Manifests manifests = Chart.rendered("""
                existingSecret: nodes
                api: {writeToken: {existingSecret: api, key: changes}}
                history: {url: "jdbc:postgresql://db/nodesonde", username: watcher, existingSecret: db, passwordKey: pw}
                """);

        assertThatMap(manifests.volume("secrets"), "secret")
                .containsEntry("secretName", "nodes")
                .doesNotContainKey("items");
        assertThat(at(manifests.volume("write-token"), "secret", "items"))
                .isEqualTo(List.of(Map.of("key", "changes", "path", "write-token")));
        assertThat(at(manifests.volume("history-password"), "secret", "items"))
                .isEqualTo(List.of(Map.of("key", "pw", "path", "password")));
        assertThat(Manifests.list(manifests.container(), "volumeMounts").stream()
                        .map(mount -> at(mount, "mountPath")))
                .contains("/run/secrets/nodesonde", "/run/secrets/api", "/run/secrets/history");
        assertThat(manifests.variable("NODESONDE_API_WRITETOKENFILE")).isEqualTo("/run/secrets/api/write-token");
        assertThat(manifests.variable("NODESONDE_HISTORY_PASSWORDFILE")).isEqualTo("/run/secrets/history/password");
        assertThat(manifests.variable("NODESONDE_HISTORY_URL")).isEqualTo("jdbc:postgresql://db/nodesonde");
        assertThat(manifests.variable("NODESONDE_HISTORY_USERNAME")).isEqualTo("watcher");
    }

    @Test
    void dataIsWrittenToItsVolumeAloneAndKeptWhenAsked() {
        Manifests lost = Chart.rendered("");
        assertThatMap(lost.volume("data")).containsEntry("emptyDir", Map.of());
        assertThat(lost.variable("NODESONDE_HISTORY_PATH")).isEqualTo("/var/lib/nodesonde");
        assertThat(lost.variable("NODESONDE_MAINTENANCE_FILE")).isEqualTo("/var/lib/nodesonde/maintenance.json");
        assertThat(lost.notes()).contains("History and maintenance windows go with the pod");

        Manifests kept = Chart.rendered("persistence: {enabled: true, storageClass: fast}");
        assertThat(at(kept.volume("data"), "persistentVolumeClaim", "claimName"))
                .isEqualTo("sonde-nodesonde");
        assertThat(at(kept.only("PersistentVolumeClaim"), "spec", "storageClassName"))
                .isEqualTo("fast");
        assertThatMap(kept.only("PersistentVolumeClaim"), "metadata", "annotations")
                .containsEntry("helm.sh/resource-policy", "keep");
        assertThat(kept.notes()).doesNotContain("go with the pod");

        Manifests existing = Chart.rendered("persistence: {enabled: true, existingClaim: mine}");
        assertThat(existing.of("PersistentVolumeClaim")).isEmpty();
        assertThat(at(existing.volume("data"), "persistentVolumeClaim", "claimName"))
                .isEqualTo("mine");
    }

    @Test
    void onlyOneGatewayEverPolls() {
        assertThatMap(Chart.rendered("").only("Deployment"), "spec")
                .containsEntry("replicas", 1)
                .containsEntry("strategy", Map.of("type", "Recreate"));
        assertThatMap(Chart.rendered("replicaCount: 0").only("Deployment"), "spec")
                .containsEntry("replicas", 0);
    }

    @Test
    void probesAskWhatDoesNotDependOnTheFleet() {
        Object container = Chart.rendered("").container();

        assertThat(at(container, "livenessProbe", "httpGet", "path")).isEqualTo("/actuator/health/liveness");
        assertThat(at(container, "readinessProbe", "httpGet", "path")).isEqualTo("/actuator/health/readiness");
        assertThat(at(container, "startupProbe", "httpGet", "path")).isEqualTo("/actuator/health/liveness");
    }

    @Test
    void whyAGatewayRefusedToStartIsTheMessageOfItsEnd() {
        assertThat(at(Chart.rendered("").container(), "terminationMessagePolicy"))
                .isEqualTo("FallbackToLogsOnError");
    }

    @Test
    void imageIsTakenByDigestTagOrVersionOfTheRegistryNamed() {
        assertThat(image("image: {tag: 1.2.3}")).isEqualTo("nodesonde/nodesonde:1.2.3");
        assertThat(image("image: {registry: one.example.org}"))
                .matches("one\\.example\\.org/nodesonde/nodesonde:\\d+\\.\\d+\\.\\d+");
        assertThat(image("{global: {imageRegistry: all.example.org}, image: {registry: one.example.org, tag: 1.2.3}}"))
                .isEqualTo("all.example.org/nodesonde/nodesonde:1.2.3");
        assertThat(image("image: {tag: 1.2.3, digest: \"sha256:%s\"}".formatted("0a".repeat(32))))
                .isEqualTo("nodesonde/nodesonde@sha256:" + "0a".repeat(32));
    }

    private static String inventory(String values) {
        return at(Chart.rendered(values).only("ConfigMap"), "data", "nodesonde.yaml")
                .toString();
    }

    private static String image(String values) {
        return at(Chart.rendered(values).container(), "image").toString();
    }
}
