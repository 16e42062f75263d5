package io.github.nodesonde.deploy.chart;

import static io.github.nodesonde.deploy.chart.Manifests.assertThatMap;
import static io.github.nodesonde.deploy.chart.Manifests.at;
import static io.github.nodesonde.deploy.chart.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the gateway is reached, and by whom. */
class ChartNetworkTests {

    @Test
    void ingressAndRouteLeadToThePageAndNeverToTheMetrics() {
        Manifests manifests = Chart.rendered("""
                ingress: {enabled: true, hosts: [{host: "{{ .Release.Name }}.example.org", paths: [{path: /}]}]}
                route: {enabled: true, parentRefs: [{name: public}], hostnames: ["{{ .Release.Name }}.example.org"]}
                """);

        assertThat(at(manifests.only("Ingress"), "spec", "rules", 0, "host")).isEqualTo("sonde.example.org");
        assertThat(at(manifests.only("Ingress"), "spec", "rules", 0, "http", "paths"))
                .isEqualTo(List.of(Map.of(
                        "path",
                        "/",
                        "pathType",
                        "Prefix",
                        "backend",
                        Map.of("service", Map.of("name", "sonde-nodesonde", "port", Map.of("name", "http"))))));
        assertThat(at(manifests.only("HTTPRoute"), "spec", "hostnames")).isEqualTo(List.of("sonde.example.org"));
        assertThat(at(manifests.only("HTTPRoute"), "spec", "rules", 0, "backendRefs"))
                .isEqualTo(List.of(Map.of("name", "sonde-nodesonde", "port", 8080)));
        assertThat(manifests.notes()).contains("http://sonde.example.org/", "may read everything");
    }

    @Test
    void networkPolicyLetsInWhomItNamesAndTheTestOfTheRelease() {
        Object policy = at(Chart.rendered("""
                        networkPolicy:
                          enabled: true
                          ingress: {metricsFrom: [{podSelector: {matchLabels: {app: prometheus}}}]}
                        """).only("NetworkPolicy"), "spec");

        assertThat(at(policy, "policyTypes")).isEqualTo(List.of("Ingress"));
        assertThatMap(policy, "ingress", 0).doesNotContainKey("from");
        assertThat(list(at(policy, "ingress", 1), "from"))
                .hasSize(2)
                .first()
                .isEqualTo(Map.of("podSelector", Map.of("matchLabels", Map.of("app", "prometheus"))));
        assertThatMap(policy, "ingress", 1, "from", 1, "podSelector", "matchLabels")
                .containsEntry("app.kubernetes.io/name", "nodesonde-test");
    }

    @Test
    void networkPolicyForEgressLeavesNamesResolvable() {
        Manifests manifests = Chart.rendered("networkPolicy: {enabled: true, egress: {enabled: true}}");
        Object policy = at(manifests.only("NetworkPolicy"), "spec");

        assertThat(at(policy, "policyTypes")).isEqualTo(List.of("Ingress", "Egress"));
        assertThat(at(policy, "egress", 0, "ports", 0, "port")).isEqualTo(53);
        assertThat(manifests.notes()).contains("No node can be asked");
    }

    @Test
    void helmTestAsksReadinessMetricsAndServiceDiscovery() {
        assertThat(
                        list(at(Chart.rendered("service: {httpPort: 80}").only("Pod"), "spec", "containers", 0), "args")
                                .stream()
                                .map(Object::toString)
                                .filter(argument -> argument.startsWith("http")))
                .containsExactly(
                        "http://sonde-nodesonde.monitoring.svc:8008/actuator/health/readiness",
                        "http://sonde-nodesonde.monitoring.svc:8008/metrics",
                        "http://sonde-nodesonde.monitoring.svc:80/api/v1/prometheus/targets");
    }

    @Test
    void budgetTakesNoneForANumber() {
        assertThatMap(
                        Chart.rendered("podDisruptionBudget: {enabled: true, minAvailable: 0}")
                                .only("PodDisruptionBudget"),
                        "spec")
                .containsEntry("minAvailable", 0)
                .doesNotContainKey("maxUnavailable");
    }
}
