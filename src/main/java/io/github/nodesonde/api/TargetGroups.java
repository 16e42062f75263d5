package io.github.nodesonde.api;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.Node;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fleet as Prometheus reads it over HTTP service discovery: one group for each node of the inventory, answering or
 * not, every one scraped through this gateway.
 */
record TargetGroups(@JsonValue List<TargetGroup> groups) {

    /** One target, and the labels that its series get. */
    record TargetGroup(List<String> targets, SortedMap<String, String> labels) {}

    static TargetGroups of(Judgements all, ScrapeAddress gateway) {
        return new TargetGroups(all.fleet().nodes().values().stream()
                .map(node -> group(node, Optional.ofNullable(all.nodes().get(node.id())), gateway))
                .toList());
    }

    private static TargetGroup group(Node node, Optional<NodeJudgement> judged, ScrapeAddress gateway) {
        String id = node.id().value();
        var labels = new TreeMap<>(node.seriesLabels());
        labels.put("instance", id);
        labels.put("job", judged.map(known -> known.view().job()).orElse(node.type()));
        labels.put("__metrics_path__", gateway.path() + "/probe");
        labels.put("__param_target", id);
        labels.put("__param_labels", "target");
        if (gateway.scheme().equals("https")) {
            labels.put("__scheme__", "https");
        }
        return new TargetGroup(List.of(gateway.hostAndPort()), labels);
    }
}
