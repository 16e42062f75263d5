package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.SyncHealth;
import io.github.nodesonde.request.JudgementLookup;
import io.github.nodesonde.request.Parameters;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nodes: listed, in full, and whether one keeps up. */
@RestController
@RequestMapping(path = "/api/v1/nodes", produces = MediaType.APPLICATION_JSON_VALUE)
final class NodeController {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 500;
    private static final int LAST_PAGE = 999_999_999;
    private static final List<String> PARAMETERS = Stream.concat(
                    NodeFilters.PARAMETERS.stream(), Stream.of("sort", "page", "size"))
            .toList();

    private final LatestJudgements judgements;
    private final NodeFilters filters;
    private final Answers answers;

    NodeController(LatestJudgements judgements, NodeFilters filters, Answers answers) {
        this.judgements = judgements;
        this.filters = filters;
        this.answers = answers;
    }

    @Described(
            value = "Nodes, filtered, sorted and in pages.",
            parameters = {"network", "type", "verdict", "label", "q", "sort", "page", "size"})
    @GetMapping
    ResponseEntity<NodesJson> nodes(@RequestParam MultiValueMap<String, String> query) {
        Judgements all = judgements.get();
        var parameters = Parameters.ofForm(query, PARAMETERS);
        var order = parameters.oneOf("sort", NodeOrder.byName()).orElse(NodeOrder.BY_ID);
        int page = parameters.integer("page", 0, 0, LAST_PAGE);
        int size = parameters.integer("size", DEFAULT_SIZE, 1, LARGEST_SIZE);
        List<NodeJudgement> found = all.nodes().values().stream()
                .filter(filters.read(parameters, all))
                .sorted(order)
                .toList();
        return answers.ok(all, NodesJson.of(found, page, size, all.asOf()));
    }

    @Described("One node in full, with its probes and readings.")
    @GetMapping("/{id}")
    ResponseEntity<NodeJson> node(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        Parameters.none(query);
        Judgements all = judgements.get();
        return answers.ok(all, NodeJson.of(new JudgementLookup(all).node(id), all.asOf()));
    }

    @Described(value = "Whether one node keeps up; 503 when it does not.", orUnavailable = true)
    @GetMapping("/{id}/health")
    ResponseEntity<NodeHealthJson> health(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        Parameters.none(query);
        Judgements all = judgements.get();
        NodeJudgement judged = new JudgementLookup(all).node(id);
        var health = SyncHealth.of(judged);
        return answers.of(HttpStatusCode.valueOf(health.httpStatus()), all, NodeHealthJson.of(health, judged));
    }
}
