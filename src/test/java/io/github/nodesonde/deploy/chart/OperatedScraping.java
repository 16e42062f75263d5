package io.github.nodesonde.deploy.chart;

import static io.github.nodesonde.deploy.chart.Manifests.at;
import static io.github.nodesonde.deploy.chart.Manifests.list;

import io.github.nodesonde.testing.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Prometheus operator makes of the chart's objects: the scrape configuration of the Prometheus that it runs. Only the
 * cluster is missing: where the operator has Prometheus find the pods behind a Service, the Service itself is the target. A
 * field that is not known here is an error, for the operator would not leave it out.
 */
public final class OperatedScraping {

    private static final Map<String, String> ENDPOINT = Map.of(
            "path", "metrics_path",
            "params", "params",
            "scheme", "scheme",
            "interval", "scrape_interval",
            "scrapeTimeout", "scrape_timeout",
            "honorLabels", "honor_labels");
    private static final Map<String, String> SCRAPE_CONFIG = Map.of(
            "params", "params",
            "scrapeInterval", "scrape_interval",
            "scrapeTimeout", "scrape_timeout");
    private static final Map<String, String> DISCOVERY = Map.of(
            "url", "url",
            "refreshInterval", "refresh_interval");
    private static final Map<String, String> RELABELING = Map.of(
            "action", "action",
            "sourceLabels", "source_labels",
            "separator", "separator",
            "regex", "regex",
            "modulus", "modulus",
            "targetLabel", "target_label",
            "replacement", "replacement");

    private OperatedScraping() {}

    /** Of a release with these values, whose Services have names that end in {@code .svc}. */
    public static List<Map<String, Object>> of(Path values) {
        return of(Chart.rendered(values));
    }

    static List<Map<String, Object>> of(Manifests manifests) {
        var jobs = new ArrayList<Map<String, Object>>();
        manifests.of("ServiceMonitor").forEach(monitor -> {
            List<Map<String, Object>> endpoints = YamlText.maps(at(monitor, "spec", "endpoints"));
            for (int i = 0; i < endpoints.size(); i++) {
                jobs.add(endpoint("serviceMonitor/" + name(monitor) + "/" + i, endpoints.get(i), monitor, manifests));
            }
        });
        manifests.of("ScrapeConfig").forEach(config -> jobs.add(scrapeConfig(config)));
        return jobs;
    }

    private static Map<String, Object> endpoint(
            String name, Map<String, Object> endpoint, Map<String, Object> monitor, Manifests manifests) {
        var own = new LinkedHashMap<>(endpoint);
        Object port = Optional.ofNullable(own.remove("port")).orElseThrow();
        Map<String, Object> job = job(name, own, ENDPOINT);
        job.put("static_configs", List.of(target(selected(monitor, manifests), port)));
        return job;
    }

    private static Map<String, Object> scrapeConfig(Map<String, Object> config) {
        var own = new LinkedHashMap<>(YamlText.map(at(config, "spec")));
        List<Map<String, Object>> discoveries = YamlText.maps(own.remove("httpSDConfigs"));
        Map<String, Object> job = job("scrapeConfig/" + name(config), own, SCRAPE_CONFIG);
        job.put(
                "http_sd_configs",
                discoveries.stream().map(one -> renamed(one, DISCOVERY)).toList());
        return job;
    }

    private static Map<String, Object> job(String name, Map<String, Object> spec, Map<String, String> names) {
        List<Map<String, Object>> ofTargets = YamlText.maps(spec.remove("relabelings"));
        List<Map<String, Object>> ofSeries = YamlText.maps(spec.remove("metricRelabelings"));
        Map<String, Object> job = renamed(spec, names);
        job.put("job_name", name);
        job.put("relabel_configs", relabelings(ofTargets));
        job.put("metric_relabel_configs", relabelings(ofSeries));
        return job;
    }

    private static List<Map<String, Object>> relabelings(List<Map<String, Object>> all) {
        return all.stream().map(one -> renamed(one, RELABELING)).toList();
    }

    private static Map<String, Object> renamed(Map<String, Object> object, Map<String, String> names) {
        var result = new LinkedHashMap<String, Object>();
        object.forEach((key, value) -> result.put(
                Optional.ofNullable(names.get(key))
                        .orElseThrow(() -> new AssertionError("what the operator makes of " + key + " is not known")),
                value));
        return result;
    }

    /** The Service that the monitor selects by its labels, in the namespaces that it looks at. */
    private static Map<String, Object> selected(Map<String, Object> monitor, Manifests manifests) {
        Map<String, Object> wanted = YamlText.map(at(monitor, "spec", "selector", "matchLabels"));
        List<?> namespaces = list(at(monitor, "spec", "namespaceSelector"), "matchNames");
        return manifests
                .of("Service")
                .filter(service -> namespaces.contains(at(service, "metadata", "namespace")))
                .filter(service -> YamlText.map(at(service, "metadata", "labels"))
                        .entrySet()
                        .containsAll(wanted.entrySet()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Service is selected by " + wanted));
    }

    /** With the labels that the operator gives to what it finds behind a Service, but for those of the pod. */
    private static Map<String, Object> target(Map<String, Object> service, Object port) {
        Object number = list(at(service, "spec"), "ports").stream()
                .filter(one -> port.equals(at(one, "name")))
                .map(one -> at(one, "port"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the Service has no port " + port));
        Object name = at(service, "metadata", "name");
        Object namespace = at(service, "metadata", "namespace");
        return Map.of(
                "targets",
                List.of(name + "." + namespace + ".svc:" + number),
                "labels",
                Map.of("job", name, "namespace", namespace, "service", name, "endpoint", port));
    }

    private static String name(Map<String, Object> object) {
        return at(object, "metadata", "namespace") + "/" + at(object, "metadata", "name");
    }
}
