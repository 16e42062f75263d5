package io.github.nodesonde.api;

import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.request.Parameters;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one node was like before. */
@RestController
@RequestMapping(path = "/api/v1/nodes/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
final class NodeHistoryController {

    private final LatestJudgements judgements;
    private final Chronicle chronicle;
    private final Answers answers;

    NodeHistoryController(LatestJudgements judgements, Chronicle chronicle, Answers answers) {
        this.judgements = judgements;
        this.chronicle = chronicle;
        this.answers = answers;
    }

    @Described(
            value = "Changes of a node's verdict, newest first.",
            parameters = {"since", "until", "page", "size"})
    @GetMapping("/history")
    ResponseEntity<NodeHistoryJson> history(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        var now = judgements.get();
        return answers.ok(now, chronicle.changes(id, query, List.of(), now));
    }

    /** Of the last day, unless another window is asked for. */
    @Described(value = "How long a node was well, ill and unknown.", parameters = "window")
    @GetMapping("/uptime")
    ResponseEntity<UptimeJson> uptime(@PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        var now = judgements.get();
        var window = Parameters.ofForm(query, List.of("window"))
                .oneOf("window", UptimeWindow.byLabel())
                .orElse(UptimeWindow.DAY);
        return answers.ok(now, chronicle.uptime(id, window, now));
    }
}
