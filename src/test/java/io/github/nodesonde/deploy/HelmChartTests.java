package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Renders the chart with Helm's own library and reads what would be applied. */
class HelmChartTests {

    private static final Path CHART = Path.of("helm/nodesonde");

    @Test
    void chartPassesStrictLint() {
        var result = new Helm(CHART).lint().strict().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void defaultsRenderDeploymentServiceAndInventory() {
        assertThat(rendered(template())).containsOnlyKeys("ConfigMap", "Deployment", "Service");
    }

    @Test
    void serviceMonitorKeepsTheNamesThatSeriesHave() {
        var monitor = rendered(
                        template().set("serviceMonitor.enabled", true).set("serviceMonitor.labels.release", "kps"))
                .get("ServiceMonitor");

        assertThatMap(monitor, "metadata", "labels").containsEntry("release", "kps");
        assertThatMap(monitor, "spec", "endpoints", 0)
                .containsEntry("port", "metrics")
                .containsEntry("honorLabels", true);
    }

    @Test
    void podRunsUnprivilegedOnAReadOnlyRoot() {
        var pod = at(rendered(template()).get("Deployment"), "spec", "template", "spec");

        assertThatMap(pod, "securityContext").containsEntry("runAsNonRoot", true);
        assertThatMap(pod, "containers", 0, "securityContext")
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
    }

    @Test
    void podIsProbedByWhatDoesNotDependOnTheFleet() {
        var container = at(rendered(template()).get("Deployment"), "spec", "template", "spec", "containers", 0);

        assertThat(at(container, "livenessProbe", "httpGet", "path")).isEqualTo("/actuator/health/liveness");
        assertThat(at(container, "readinessProbe", "httpGet", "path")).isEqualTo("/actuator/health/readiness");
    }

    @Test
    void inventoryIsMountedAsAFolderSoThatChangesArrive() {
        var manifests = rendered(template());
        var container = at(manifests.get("Deployment"), "spec", "template", "spec", "containers", 0);

        assertThat(at(container, "volumeMounts", 0))
                .isEqualTo(Map.of("name", "inventory", "mountPath", "/etc/nodesonde", "readOnly", true));
        assertThat(at(container, "args")).isEqualTo(List.of("--inventory", "/etc/nodesonde/nodesonde.yaml"));
        assertThatMap(manifests.get("ConfigMap"), "data").containsOnlyKeys("nodesonde.yaml");
    }

    @Test
    void unknownValueIsRefused() {
        assertThatThrownBy(() -> template().set("replicas", 2).call()).hasMessageContaining("replicas");
    }

    private static TemplateCommand template() {
        return new Helm(CHART).template().withName("sonde").withKubeVersion("1.30.0");
    }

    private static Map<String, Object> rendered(TemplateCommand command) {
        var byKind = new TreeMap<String, Object>();
        StreamSupport.stream(new Yaml().loadAll(command.call()).spliterator(), false)
                .filter(Map.class::isInstance)
                .forEach(manifest -> byKind.put(at(manifest, "kind").toString(), manifest));
        return byKind;
    }

    private static MapAssert<Object, Object> assertThatMap(Object yaml, Object... path) {
        return assertThat(at(yaml, path)).asInstanceOf(InstanceOfAssertFactories.map(Object.class, Object.class));
    }

    private static Object at(Object yaml, Object... path) {
        Object found = yaml;
        for (Object step : path) {
            Object next = step instanceof Integer index ? ((List<?>) found).get(index) : ((Map<?, ?>) found).get(step);
            assertThat(next).as("%s in %s", step, found).isNotNull();
            found = next;
        }
        return found;
    }
}
