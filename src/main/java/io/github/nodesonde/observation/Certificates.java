package io.github.nodesonde.observation;

import java.time.Instant;
import java.util.Optional;

/**
 * When the TLS certificates end that an answer came under.
 *
 * @param nodeEndsAt the node's; empty without TLS
 * @param ownEndsAt our client certificate; empty where none was shown
 */
public record Certificates(Optional<Instant> nodeEndsAt, Optional<Instant> ownEndsAt) {

    public static final Certificates NONE = new Certificates(Optional.empty(), Optional.empty());
}
