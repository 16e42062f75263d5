package io.github.nodesonde.history;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, perhaps without an end.
 *
 * @param since the first instant within; empty: from ever
 * @param until the first instant after; empty: for ever
 */
public record Period(Optional<Instant> since, Optional<Instant> until) {}
