package io.github.nodesonde.web;

import io.github.nodesonde.api.IncidentsJson;
import java.util.List;
import java.util.Optional;

/**
 * A page of incidents.
 *
 * @param newer the page before, empty on the first
 * @param older the page after, empty on the last
 */
record IncidentsView(
        FilterQuery query, long total, List<IncidentRow> incidents, Optional<String> newer, Optional<String> older) {

    static final String PATH = "/incidents";

    private static final String PAGE = "page";

    static IncidentsView of(IncidentsJson found, FilterQuery query) {
        int page = found.page();
        boolean more = (page + 1L) * found.size() < found.total();
        return new IncidentsView(
                query,
                found.total(),
                IncidentRow.of(found.items()),
                page == 0 ? Optional.empty() : Optional.of(href(query, page - 1)),
                more ? Optional.of(href(query, page + 1)) : Optional.empty());
    }

    private static String href(FilterQuery query, int page) {
        return query.with(PAGE, Integer.toString(page)).href(PATH);
    }
}
