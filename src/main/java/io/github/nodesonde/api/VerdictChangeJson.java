package io.github.nodesonde.api;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.history.VerdictChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One verdict that took another's place.
 *
 * @param from null where the gateway began to watch
 * @param to null where it ceased to
 */
public record VerdictChangeJson(
        Instant at,
        @Nullable String from,
        @Nullable String to,
        @Nullable String rule,
        @Nullable String because) {

    static VerdictChangeJson of(VerdictChange change) {
        return new VerdictChangeJson(
                change.at(),
                change.from().map(Verdict::label).orElse(null),
                change.to().map(Verdict::label).orElse(null),
                change.rule().orElse(null),
                change.because().orElse(null));
    }
}
