package io.github.nodesonde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Prometheus that asks something by itself. */
final class Peer {

    private Peer() {}

    /** Every node of the simulated fleet. */
    static ChildProcess readingNodes(Path folder, Target target, int nodes, int interval) throws IOException {
        String hosts = Stream.iterate(0, node -> node + 1)
                .limit(nodes)
                .map(node -> "          - " + target.host(node) + "\n")
                .collect(Collectors.joining());
        return start(folder, "prometheus-nodes", interval, "", hosts);
    }

    /** Every node's {@code /health}, by the Blackbox exporter at that port. */
    static ChildProcess probingHealth(Path folder, int exporterPort, Target target, int nodes, int interval)
            throws IOException {
        String hosts = Stream.iterate(0, node -> node + 1)
                .limit(nodes)
                .map(node -> "          - http://" + target.host(node) + "/health\n")
                .collect(Collectors.joining());
        return start(folder, "prometheus-blackbox", interval, """
                    metrics_path: /probe
                    params:
                      module: [http_2xx]
                    relabel_configs:
                      - source_labels: [__address__]
                        target_label: __param_target
                      - source_labels: [__param_target]
                        target_label: instance
                      - target_label: __address__
                        replacement: 127.0.0.1:%d
                """.formatted(exporterPort), hosts);
    }

    /** The gateway's one page, as it is. */
    static ChildProcess readingPage(Path folder, int metricsPort, int interval) throws IOException {
        return start(
                folder, "prometheus-page", interval, "    honor_labels: true\n", "          - 127.0.0.1:" + metricsPort + "\n");
    }

    private static ChildProcess start(Path folder, String name, int interval, String more, String hosts)
            throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Path configuration = Files.writeString(own.resolve("prometheus.yml"), """
                global:
                  scrape_interval: %ds
                  scrape_timeout: %ds
                scrape_configs:
                  - job_name: nodes
                %s    static_configs:
                      - targets:
                %s""".formatted(interval, Math.min(10, interval), more, hosts));
        return ChildProcess.start(
                own,
                List.of(
                        "prometheus",
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + own.resolve("data"),
                        "--web.listen-address=127.0.0.1:0"));
    }
}
