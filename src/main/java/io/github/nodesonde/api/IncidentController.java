package io.github.nodesonde.api;

import io.github.nodesonde.health.LatestJudgements;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Incidents, as a list and as a feed. */
@RestController
final class IncidentController {

    private final LatestJudgements judgements;
    private final Chronicle chronicle;
    private final Answers answers;

    IncidentController(LatestJudgements judgements, Chronicle chronicle, Answers answers) {
        this.judgements = judgements;
        this.chronicle = chronicle;
        this.answers = answers;
    }

    @Described(
            value = "Incidents, newest first.",
            parameters = {"node", "network", "state", "since", "until", "page", "size"})
    @GetMapping(path = "/api/v1/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<IncidentsJson> incidents(@RequestParam MultiValueMap<String, String> query) {
        var now = judgements.get();
        return answers.ok(now, chronicle.incidents(query, List.of(), now));
    }

    /** Takes the same query as the list. */
    @GetMapping(path = "/incidents.rss", produces = "application/rss+xml;charset=UTF-8")
    ResponseEntity<String> feed(@RequestParam MultiValueMap<String, String> query) {
        var now = judgements.get();
        var site = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri();
        return answers.ok(
                now, IncidentFeed.of(chronicle.incidents(query, List.of(), now).items(), site, now.asOf()));
    }
}
