package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.request.Parameters;
import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Service discovery for Prometheus. */
@RestController
final class TargetController {

    private final LatestJudgements judgements;
    private final Answers answers;
    private final MetricsAddress metrics;

    TargetController(LatestJudgements judgements, Answers answers, MetricsAddress metrics) {
        this.judgements = judgements;
        this.answers = answers;
        this.metrics = metrics;
    }

    @Described("Targets for Prometheus HTTP service discovery.")
    @GetMapping(path = "/api/v1/prometheus/targets", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TargetGroups> targets(
            @RequestParam MultiValueMap<String, String> query, HttpServletRequest request) {
        Parameters.none(query);
        Judgements all = judgements.get();
        if (all.fleet().equals(Fleet.EMPTY)) {
            throw new Problem(ProblemType.NOT_READY, "Expected the inventory to have been read; it has not been yet.");
        }
        return answers.ok(all, TargetGroups.of(all, address(request)));
    }

    private ScrapeAddress address(HttpServletRequest request) {
        return metrics.reachedBy(request.getServerName())
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_READY,
                        "Expected the metrics port to be open; it is not. Without one, nodesonde.external-url says"
                                + " where metrics are."));
    }
}
