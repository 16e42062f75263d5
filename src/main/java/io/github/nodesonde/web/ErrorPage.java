package io.github.nodesonde.web;

import io.github.nodesonde.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** A problem as a page, for who accepts one. */
@Controller
final class ErrorPage {

    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping(path = "${spring.web.error.path:/error}", produces = MediaType.TEXT_HTML_VALUE)
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        ProblemDetail problem = problems.dispatched(request);
        response.setStatus(problem.getStatus());
        model.addAttribute("problem", problem);
        return "problem";
    }
}
