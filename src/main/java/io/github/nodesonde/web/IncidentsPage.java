package io.github.nodesonde.web;

import io.github.nodesonde.api.Past;
import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was not well and when, for people. Takes the filters of the API. */
@Controller
final class IncidentsPage {

    private final Past past;

    IncidentsPage(Past past) {
        this.past = past;
    }

    @GetMapping(path = IncidentsView.PATH, produces = MediaType.TEXT_HTML_VALUE)
    String show(@RequestParam MultiValueMap<String, String> query, Model model) {
        var found = past.incidents(query)
                .orElseThrow(() -> new Problem(
                        ProblemType.HISTORY_UNAVAILABLE,
                        "Expected the history to be kept and readable; it is not. The gateway's log says more."));
        model.addAttribute("page", IncidentsView.of(found, FilterQuery.of(query)));
        return "incidents";
    }
}
