package io.github.nodesonde.transport;

import java.time.Instant;
import java.util.Optional;
import reactor.netty.http.client.HttpClient;

/**
 * The clients that speak TLS in one way.
 *
 * @param kept takes a kept connection where there is one
 * @param fresh makes a connection for this question alone
 * @param certificateEnds when the client certificate ends, where there is one
 */
record Clients(HttpClient kept, HttpClient fresh, Optional<Instant> certificateEnds) {}
