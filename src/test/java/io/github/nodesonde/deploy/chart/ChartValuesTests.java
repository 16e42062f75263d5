package io.github.nodesonde.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values that cannot be meant are refused before anything is installed, with a word that helps. */
class ChartValuesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            inventroy: {}                                        | additional properties 'inventroy' not allowed
            service: {httpport: 80}                              | additional properties 'httpport' not allowed
            livenessProbe: {period: 3}                           | additional properties 'period' not allowed
            replicaCount: 2                                      | '/replicaCount': maximum: got 2, want 1
            replicaCount: one                                    | '/replicaCount': got string, want integer
            demo: "yes"                                          | '/demo': got string, want boolean
            service: {httpPort: 0}                               | '/service/httpPort': minimum: got 0, want 1
            service: {metricsPort: 65536}                        | '/service/metricsPort': maximum
            service: {type: ExternalName}                        | '/service/type': value must be one of
            containerPorts: {http: "8080"}                       | '/containerPorts/http': got string, want integer
            logLevel: verbose                                    | '/logLevel': value must be one of
            image: {pullPolicy: Sometimes}                       | '/image/pullPolicy': value must be one of
            image: {repository: ""}                              | '/image/repository': minLength
            image: {tag: latest}                                 | '/image/tag': 'not' failed
            image: {digest: "sha256:12"}                         | '/image/digest': 'sha256:12' does not match pattern
            podLabels: {new: true}                               | '/podLabels/new': got boolean, want string
            existingConfigMap: Fleet                             | '/existingConfigMap': 'Fleet' does not match pattern
            inventory: [lean-0]                                  | '/inventory': got array
            inventory: {nodes: [{id: lean-0}]}                   | '/inventory/nodes/0': missing property 'network'
            inventory: {networks: [{name: devnet}]}              | '/inventory/networks/0': missing property 'type'
            history: {url: mysql://host/name}                    | '/history/url'
            persistence: {accessModes: [ReadOnlyMany]}           | '/persistence/accessModes/0': value must be one of
            persistence: {size: much}                            | '/persistence/size'
            serviceMonitor: {interval: 15}                       | '/serviceMonitor/interval': got number, want string
            serviceMonitor: {interval: soon}                     | '/serviceMonitor/interval'
            prometheusRule: {runbookUrl: here}                   | '/prometheusRule/runbookUrl'
            extraArgs: [demo]                                    | '/extraArgs/0'
            ingress: {hosts: [example.org]}                      | '/ingress/hosts/0': got string, want object
            """)
    void schemaRefuses(String values, String because) {
        assertRefused(values, because);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            inventory: ""                                        | inventory is empty: name the nodes
            inventory: null                                      | inventory is empty: name the nodes
            {inventory: "nodes: []", existingConfigMap: fleet}   | inventory and existingConfigMap exclude each other
            {existingConfigMap: a, existingInventorySecret: b}   | existingConfigMap and existingInventorySecret exclude each other
            {demo: true, existingConfigMap: fleet}               | existingConfigMap and demo exclude each other
            service: {httpPort: 8008}                            | service.httpPort and service.metricsPort are both 8008
            containerPorts: {metrics: 8080}                      | containerPorts.http and containerPorts.metrics are both 8080
            config: {server: {port: 9090}}                       | config: server.port is set by the value containerPorts.http
            config: {nodesonde.history.url: "jdbc:h2:mem:"}      | config: nodesonde.history.url is set by the value history.url
            history: {existingSecret: postgres}                  | history.username and history.existingSecret go with history.url
            {persistence: {enabled: true}, strategy: {type: RollingUpdate}} | persistence.enabled needs strategy.type Recreate
            route: {enabled: true}                               | set route.parentRefs
            ingress: {enabled: true, hosts: []}                  | ingress.enabled needs at least one of ingress.hosts
            podDisruptionBudget: {enabled: true}                 | either minAvailable or maxUnavailable
            """)
    void templateRefuses(String values, String because) {
        assertRefused(values, because);
    }

    @Test
    void schemaKnowsEveryValueAndNoOther() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(Chart.FOLDER.resolve("values.schema.json")));
        Map<?, ?> values = new Yaml().load(Files.readString(Chart.FOLDER.resolve("values.yaml")));

        assertSameKeys("", schema, schema, values);
    }

    /** Descends where the schema closes a mapping; below one that is Kubernetes' own it names no keys. */
    private static void assertSameKeys(String path, JsonNode schema, JsonNode node, Map<?, ?> values) {
        Set<String> known = new TreeSet<>(node.path("properties").propertyNames());
        Set<String> written = new TreeSet<>();
        values.keySet().forEach(key -> written.add(key.toString()));
        assertThat(known).as("keys below '%s'", path).isEqualTo(written);
        values.forEach((key, value) -> {
            JsonNode below = node.path("properties").path(key.toString());
            assertThat(below.has("type") || below.has("enum") || below.has("$ref") || below.has("anyOf"))
                    .as("type of " + path + "." + key)
                    .isTrue();
            if (value instanceof Map<?, ?> map
                    && !map.isEmpty()
                    && below.path("properties").size() >= map.size()) {
                if (!key.equals("strategy")) {
                    assertSameKeys(path + "." + key, schema, below, map);
                }
            }
        });
    }

    private static void assertRefused(String values, String because) {
        assertThatThrownBy(() -> Chart.rendered(values)).hasMessageContaining(because);
    }
}
