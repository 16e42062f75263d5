package io.github.nodesonde.deploy.chart;

import static io.github.nodesonde.deploy.chart.Manifests.at;
import static io.github.nodesonde.deploy.chart.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What any values render is what Kubernetes takes, and hangs together. */
class ChartManifestTests {

    private static final Set<String> CUSTOM = Set.of("ServiceMonitor", "ScrapeConfig", "PrometheusRule");

    static Stream<Path> valuesFiles() {
        return Chart.valuesFiles();
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void everyFieldIsOneThatKubernetesKnows(Path values) {
        assertThat(Chart.rendered(values).all())
                .isNotEmpty()
                .filteredOn(manifest -> !CUSTOM.contains(at(manifest, "kind")))
                .allSatisfy(manifest -> assertThatCode(() -> KubernetesTypes.read(manifest))
                        .as(manifest.get("kind") + " of " + values)
                        .doesNotThrowAnyException());
    }

    @Test
    void unknownFieldAndWrongTypeAreSeen() {
        assertThatThrownBy(() -> KubernetesTypes.read(service(Map.of("portss", List.of()))))
                .hasMessageContaining("portss");
        assertThatThrownBy(() -> KubernetesTypes.read(service(Map.of("ports", List.of(Map.of("port", "8080"))))))
                .hasMessageContaining("port");
        assertThatThrownBy(() -> KubernetesTypes.read(service(Map.of("selector", Map.of("tier", true)))))
                .hasMessageContaining("selector");
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void namesAreOnesThatKubernetesTakesAndOccurOnce(Path values) {
        List<String> names = Chart.rendered(values).all().stream()
                .map(manifest -> at(manifest, "kind") + " " + at(manifest, "metadata", "name"))
                .toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("\\w+ [a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"));
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void serviceAndDeploymentSelectTheGatewaysPodAlone(Path values) {
        Manifests manifests = Chart.rendered(values);
        Object selector = at(manifests.only("Deployment"), "spec", "selector", "matchLabels");

        assertThat(at(manifests.only("Service"), "spec", "selector")).isEqualTo(selector);
        assertThat(labels(at(manifests.only("Deployment"), "spec", "template"))).containsAllEntriesOf(texts(selector));
        assertThat(labels(manifests.only("Pod"))).doesNotContainKeys("helm.sh/chart");
        assertThat(labels(manifests.only("Pod"))
                        .entrySet()
                        .containsAll(texts(selector).entrySet()))
                .as("the pod of helm test is selected")
                .isFalse();
        assertThat(texts(selector)).containsOnlyKeys("app.kubernetes.io/name", "app.kubernetes.io/instance");
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void portsThatAreNamedExist(Path values) {
        Manifests manifests = Chart.rendered(values);
        List<Object> containerPorts = names(list(manifests.container(), "ports"));

        assertThat(list(at(manifests.only("Service"), "spec"), "ports").stream().map(port -> at(port, "targetPort")))
                .isEqualTo(containerPorts);
        assertThat(Stream.of("livenessProbe", "readinessProbe", "startupProbe")
                        .map(probe -> at(manifests.container(), probe, "httpGet", "port")))
                .isSubsetOf(containerPorts);
        List<Object> servicePorts = names(list(at(manifests.only("Service"), "spec"), "ports"));
        assertThat(manifests
                        .of("Ingress")
                        .map(ingress -> at(
                                ingress, "spec", "rules", 0, "http", "paths", 0, "backend", "service", "port", "name")))
                .isSubsetOf(servicePorts);
        assertThat(manifests.of("ServiceMonitor").map(monitor -> at(monitor, "spec", "endpoints", 0, "port")))
                .isSubsetOf(servicePorts);
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void whatIsMountedIsAVolumeAndEveryVolumeIsMounted(Path values) {
        Manifests manifests = Chart.rendered(values);
        for (Object pod : List.of(manifests.pod(), at(manifests.only("Pod"), "spec"))) {
            List<?> mounts = list(at(pod, "containers", 0), "volumeMounts");

            assertThat(names(mounts)).containsExactlyInAnyOrderElementsOf(names(list(pod, "volumes")));
            assertThat(mounts.stream().map(mount -> at(mount, "mountPath"))).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void claimsConfigMapsAndKeysOfTheReleaseExist(Path values) {
        Manifests manifests = Chart.rendered(values);
        for (Object volume : list(manifests.pod(), "volumes")) {
            var source = (Map<?, ?>) volume;
            if (source.get("persistentVolumeClaim") instanceof Map<?, ?> claim) {
                assertThat(name(manifests.only("PersistentVolumeClaim"))).isEqualTo(claim.get("claimName"));
            }
            if (source.get("configMap") instanceof Map<?, ?> map && "inventory".equals(source.get("name"))) {
                manifests
                        .of("ConfigMap")
                        .filter(made -> name(made).equals(map.get("name")))
                        .forEach(made -> assertThat(texts(at(made, "data")))
                                .containsKey(at(map, "items", 0, "key").toString()));
            }
        }
        assertThat(at(manifests.pod(), "serviceAccountName")).isEqualTo(name(manifests.only("ServiceAccount")));
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void everythingOfTheChartIsLabelledAndInOneNamespace(Path values) {
        List<Map<String, Object>> own = Chart.rendered(values).all().stream()
                .filter(manifest -> !Set.of("Secret", "Pod").contains(at(manifest, "kind")))
                .toList();

        assertThat(own)
                .allSatisfy(manifest -> assertThat(labels(manifest))
                        .containsKeys("app.kubernetes.io/version", "helm.sh/chart")
                        .containsEntry("app.kubernetes.io/managed-by", "Helm"));
        assertThat(own.stream()
                        .map(manifest -> at(manifest, "metadata", "namespace"))
                        .distinct())
                .hasSize(1);
    }

    private static Map<String, Object> service(Map<String, Object> specification) {
        return Map.of("apiVersion", "v1", "kind", "Service", "spec", specification);
    }

    private static Object name(Object manifest) {
        return at(manifest, "metadata", "name");
    }

    private static List<Object> names(List<?> items) {
        return items.stream().map(item -> at(item, "name")).toList();
    }

    private static Map<String, String> labels(Object manifest) {
        return texts(at(manifest, "metadata", "labels"));
    }

    private static Map<String, String> texts(Object mapping) {
        return ((Map<?, ?>) mapping)
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().toString(),
                                entry -> entry.getValue().toString()));
    }
}
