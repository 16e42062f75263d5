package io.github.nodesonde.transport;

import java.time.Instant;
import java.util.Optional;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The clients that speak TLS in one way.
 *
 * @param kept takes a kept connection where there is one
 * @param fresh makes a connection for this question alone
 * @param certificateEnds when the client certificate ends, where there is one
 */
record Clients(WebClient kept, WebClient fresh, Optional<Instant> certificateEnds) {}
