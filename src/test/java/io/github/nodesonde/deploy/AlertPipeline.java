package io.github.nodesonde.deploy;

import io.github.nodesonde.gateway.PrometheusProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** From the gateway to the operators: a real Prometheus, a real Alertmanager, and a webhook, with the configuration shipped. */
record AlertPipeline(PrometheusProcess prometheus, AlertmanagerProcess alertmanager, Webhook operators)
        implements AutoCloseable {

    /** @param addresses what stands for what in the scrape configurations */
    static AlertPipeline start(
            Path folder, List<Map<String, Object>> scrapeConfigurations, Map<String, String> addresses)
            throws IOException {
        Haste.rules(folder.resolve("rules"));
        var operators = new Webhook();
        var alertmanager = AlertmanagerProcess.start(
                AlertmanagerProcess.program().orElseThrow(), folder, Haste.alertmanager(operators.url()));
        var prometheus = PrometheusProcess.start(
                PrometheusProcess.program().orElseThrow(),
                folder,
                Haste.prometheus(scrapeConfigurations, addresses, alertmanager.address()));
        return new AlertPipeline(prometheus, alertmanager, operators);
    }

    @Override
    public void close() {
        prometheus.close();
        alertmanager.close();
        operators.close();
    }
}
