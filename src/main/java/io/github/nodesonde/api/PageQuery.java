package io.github.nodesonde.api;

import io.github.nodesonde.history.Paging;
import io.github.nodesonde.history.Period;
import io.github.nodesonde.request.Parameters;
import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import io.github.nodesonde.text.PrintableText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads from query parameters which part of a list is wanted. */
final class PageQuery {

    static final List<String> PAGING = List.of("page", "size");

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 500;
    private static final int LAST_PAGE = 999_999_999;
    /** Databases know no years beyond. */
    private static final int LAST_YEAR = 9999;

    private PageQuery() {}

    static Paging paging(Parameters parameters) {
        return new Paging(
                parameters.integer("page", 0, 0, LAST_PAGE), parameters.integer("size", DEFAULT_SIZE, 1, LARGEST_SIZE));
    }

    static Period period(Parameters parameters) {
        var period = new Period(instant(parameters, "since"), instant(parameters, "until"));
        if (period.since().isPresent()
                && period.until().isPresent()
                && !period.since().get().isBefore(period.until().get())) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "Expected 'since' to be earlier than 'until'.");
        }
        return period;
    }

    private static Optional<Instant> instant(Parameters parameters, String name) {
        return parameters.text(name).map(text -> parse(name, text));
    }

    private static Instant parse(String name, String text) {
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException _) {
            // Told below, like a year that is none.
        }
        throw new Problem(
                ProblemType.INVALID_PARAMETER,
                "Expected '%s' to be a time as of RFC 3339, such as 2026-11-22T03:46:28Z, not %s."
                        .formatted(name, PrintableText.quoted(text)));
    }
}
