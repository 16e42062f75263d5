package io.github.nodesonde.history;

import io.github.nodesonde.health.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * One verdict that took another's place.
 *
 * @param from empty where the gateway began to watch
 * @param to empty where it ceased to, the inventory naming the subject no more
 * @param rule the finding behind the new verdict; empty where there is none
 * @param because that finding in words
 */
public record VerdictChange(
        Instant at, Optional<Verdict> from, Optional<Verdict> to, Optional<String> rule, Optional<String> because) {}
