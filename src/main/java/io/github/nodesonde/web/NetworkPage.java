package io.github.nodesonde.web;

import io.github.nodesonde.api.Details;
import io.github.nodesonde.request.Parameters;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One network, for people. */
@Controller
final class NetworkPage {

    private final Details details;

    NetworkPage(Details details) {
        this.details = details;
    }

    @GetMapping(path = "/networks/{name}", produces = MediaType.TEXT_HTML_VALUE)
    String show(@PathVariable String name, @RequestParam MultiValueMap<String, String> query, Model model) {
        Parameters.none(query);
        model.addAttribute("page", NetworkPageView.of(details.network(name)));
        return "network";
    }
}
