package io.github.nodesonde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Blackbox exporter that asks every node's {@code /health}, and the Prometheus that makes it.
 *
 * @param exporter Debian's, with the module {@code http_2xx}
 */
record BlackboxPeer(ChildProcess exporter, ChildProcess prometheus) implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Listening on\" address=127\\.0\\.0\\.1:(\\d+)");
    private static final String MODULES =
            "modules:\n  http_2xx:\n    prober: http\n    http:\n      preferred_ip_protocol: ip4\n";

    static BlackboxPeer start(Bench bench) throws IOException, InterruptedException {
        Path own = Files.createDirectories(bench.folder().resolve("blackbox"));
        Path modules = Files.writeString(own.resolve("blackbox.yml"), MODULES);
        ChildProcess exporter = ChildProcess.start(
                own,
                List.of(
                        "prometheus-blackbox-exporter",
                        "--config.file=" + modules,
                        "--web.listen-address=127.0.0.1:0"));
        return new BlackboxPeer(
                exporter,
                Peer.probingHealth(
                        bench.folder(),
                        port(exporter),
                        bench.target(),
                        bench.options().nodes(),
                        bench.options().interval()));
    }

    private static int port(ChildProcess exporter) throws IOException, InterruptedException {
        while (exporter.isAlive()) {
            Matcher found = PORT.matcher(exporter.log());
            if (found.find()) {
                return Integer.parseInt(found.group(1));
            }
            Thread.sleep(50);
        }
        throw new IOException("the Blackbox exporter did not start: " + exporter.log());
    }

    @Override
    public void close() {
        prometheus.close();
        exporter.close();
    }
}
