package io.github.nodesonde.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.health.VerdictCause;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node or a network got another verdict.
 *
 * @param node left out when it is about a network
 * @param network left out when it is about a node
 * @param rule null where the verdict follows from the nodes' verdicts, or has no cause
 */
public record VerdictEventJson(
        @JsonInclude(Include.NON_NULL) @Nullable String node,
        @JsonInclude(Include.NON_NULL) @Nullable String network,
        String from,
        String to,
        @Nullable String rule,
        @Nullable String because,
        Instant at) {

    static VerdictEventJson ofNode(String id, Verdict from, Verdict to, Optional<VerdictCause> cause, Instant at) {
        return of(id, null, from, to, cause, at);
    }

    static VerdictEventJson ofNetwork(String name, Verdict from, Verdict to, Optional<VerdictCause> cause, Instant at) {
        return of(null, name, from, to, cause, at);
    }

    private static VerdictEventJson of(
            @Nullable String node,
            @Nullable String network,
            Verdict from,
            Verdict to,
            Optional<VerdictCause> cause,
            Instant at) {
        return new VerdictEventJson(
                node,
                network,
                from.label(),
                to.label(),
                cause.flatMap(VerdictCause::rule).orElse(null),
                cause.map(VerdictCause::because).orElse(null),
                at);
    }
}
