package io.github.nodesonde.transport;

import java.time.Instant;
import java.util.Optional;

/**
 * When the certificates end that a connection was made with, those of issuers left aside.
 *
 * @param server the server's; empty without TLS
 * @param client our own; empty where none was shown
 */
public record CertificateEnds(Optional<Instant> server, Optional<Instant> client) {

    public static final CertificateEnds NONE = new CertificateEnds(Optional.empty(), Optional.empty());
}
