package io.github.nodesonde.deploy.chart;

import static io.github.nodesonde.deploy.chart.Manifests.assertThatMap;
import static io.github.nodesonde.deploy.chart.Manifests.at;
import static io.github.nodesonde.deploy.chart.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod passes the strictest of Kubernetes' pod security standards, {@code restricted}, and a little more. */
class ChartPolicyTests {

    static Stream<Path> valuesFiles() {
        return Chart.valuesFiles();
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void podsRunUnprivilegedAndKeepOffTheHost(Path values) {
        assertThat(pods(values)).hasSize(2).allSatisfy(pod -> {
            assertThatMap(pod, "securityContext")
                    .containsEntry("runAsNonRoot", true)
                    .containsEntry("runAsUser", 65532)
                    .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
            assertThatMap(pod)
                    .containsEntry("automountServiceAccountToken", false)
                    .containsEntry("enableServiceLinks", false)
                    .doesNotContainKeys("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace");
            assertThat(list(pod, "volumes"))
                    .allSatisfy(volume -> assertThatMap(volume).doesNotContainKey("hostPath"));
        });
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void containersWriteNoRootAndGainNoPrivilege(Path values) {
        assertThat(containers(values)).isNotEmpty().allSatisfy(container -> {
            assertThatMap(container, "securityContext")
                    .containsEntry("allowPrivilegeEscalation", false)
                    .containsEntry("readOnlyRootFilesystem", true)
                    .containsEntry("capabilities", Map.of("drop", List.of("ALL")))
                    .doesNotContainEntry("privileged", true);
            assertThat(list(container, "ports"))
                    .allSatisfy(port -> assertThatMap(port).doesNotContainKey("hostPort"));
        });
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void imagesAreOfOneVersion(Path values) {
        assertThat(containers(values).map(container -> at(container, "image").toString()))
                .isNotEmpty()
                .allMatch(image -> image.matches(".+(:v?\\d[\\w.-]*|@sha256:[0-9a-f]{64})"));
    }

    private static List<Object> pods(Path values) {
        Manifests manifests = Chart.rendered(values);
        return List.of(manifests.pod(), at(manifests.only("Pod"), "spec"));
    }

    private static Stream<Object> containers(Path values) {
        return pods(values).stream()
                .flatMap(pod -> Stream.concat(list(pod, "containers").stream(), list(pod, "initContainers").stream()));
    }
}
