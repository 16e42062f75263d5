package io.github.nodesonde.web;

import io.github.nodesonde.api.Overviews;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The fleet by network, for people. Takes the filters of the API. */
@Controller
final class StatusPage {

    private final Overviews overviews;

    StatusPage(Overviews overviews) {
        this.overviews = overviews;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String show(@RequestParam MultiValueMap<String, String> query, Model model) {
        model.addAttribute(
                "page", StatusView.of(overviews.of(query, List.of(FilterQuery.KIOSK)), FilterQuery.of(query)));
        return "status";
    }
}
