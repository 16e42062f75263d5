package io.github.nodesonde.web;

import io.github.nodesonde.api.Overviews;
import io.github.nodesonde.api.Past;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The fleet by network, for people. Takes the filters of the API. */
@Controller
final class StatusPage {

    private static final int MOST_DAYS = 200;

    private final Overviews overviews;
    private final Past past;

    StatusPage(Overviews overviews, Past past) {
        this.overviews = overviews;
        this.past = past;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String show(@RequestParam MultiValueMap<String, String> query, Model model) {
        var page = StatusView.of(overviews.of(query, List.of(FilterQuery.KIOSK)), FilterQuery.of(query));
        model.addAttribute("page", page);
        model.addAttribute("days", days(page));
        return "status";
    }

    /** Of the nodes that are told in full. */
    private Map<String, DayLine> days(StatusView page) {
        List<String> nodes = page.sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(NodeRow::id)
                .limit(MOST_DAYS)
                .toList();
        var lines = new HashMap<String, DayLine>();
        past.days(nodes).forEach((node, day) -> lines.put(node, DayLine.of(day)));
        return lines;
    }
}
