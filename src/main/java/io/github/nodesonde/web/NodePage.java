package io.github.nodesonde.web;

import io.github.nodesonde.api.Details;
import io.github.nodesonde.api.Past;
import io.github.nodesonde.request.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One node, for people. */
@Controller
final class NodePage {

    private final Details details;
    private final Past past;

    NodePage(Details details, Past past) {
        this.details = details;
        this.past = past;
    }

    @GetMapping(path = "/nodes/{id}", produces = MediaType.TEXT_HTML_VALUE)
    String show(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request,
            Model model) {
        Parameters.none(query);
        model.addAttribute("page", NodePageView.of(details.node(id, request.getServerName())));
        model.addAttribute("past", past.ofNode(id).map(PastView::of));
        return "node";
    }
}
