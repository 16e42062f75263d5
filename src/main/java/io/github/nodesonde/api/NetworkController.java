package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.request.JudgementLookup;
import io.github.nodesonde.request.Parameters;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Networks: listed and in full. */
@RestController
@RequestMapping(path = "/api/v1/networks", produces = MediaType.APPLICATION_JSON_VALUE)
final class NetworkController {

    private final LatestJudgements judgements;
    private final Answers answers;

    NetworkController(LatestJudgements judgements, Answers answers) {
        this.judgements = judgements;
        this.answers = answers;
    }

    @Described("All networks, by name.")
    @GetMapping
    ResponseEntity<NetworksJson> networks(@RequestParam MultiValueMap<String, String> query) {
        Parameters.none(query);
        Judgements all = judgements.get();
        return answers.ok(
                all, new NetworksJson(NetworkSummaryJson.of(all.networks().values())));
    }

    @Described("One network in full, with the topics of its kind.")
    @GetMapping("/{name}")
    ResponseEntity<NetworkJson> network(@PathVariable String name, @RequestParam MultiValueMap<String, String> query) {
        Parameters.none(query);
        Judgements all = judgements.get();
        NetworkJudgement judged = new JudgementLookup(all).network(name);
        return answers.ok(all, NetworkJson.of(judged, all.asOf()));
    }
}
