package io.github.nodesonde.web;

import io.github.nodesonde.request.ProblemType;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the type of a problem leads: what it means and what to do. */
@Controller
final class ProblemsPage {

    @GetMapping(path = "/docs/problems", produces = MediaType.TEXT_HTML_VALUE)
    String show(Model model) {
        model.addAttribute("problems", List.of(ProblemType.values()));
        return "problems";
    }
}
