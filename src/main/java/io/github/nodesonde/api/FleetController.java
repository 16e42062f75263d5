package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.request.Parameters;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The fleet as one. */
@RestController
final class FleetController {

    private final LatestJudgements judgements;
    private final RunningGateway gateway;
    private final Answers answers;

    FleetController(LatestJudgements judgements, RunningGateway gateway, Answers answers) {
        this.judgements = judgements;
        this.gateway = gateway;
        this.answers = answers;
    }

    @Described("The fleet as one.")
    @GetMapping(path = "/api/v1/fleet", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FleetJson> fleet(@RequestParam MultiValueMap<String, String> query) {
        Parameters.none(query);
        Judgements all = judgements.get();
        return answers.ok(all, FleetJson.of(all, gateway.describe(all)));
    }
}
