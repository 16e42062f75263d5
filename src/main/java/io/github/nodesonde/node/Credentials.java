package io.github.nodesonde.node;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a node lets us in. Holds the places of secrets, never the secrets: they are read when a question is put.
 *
 * @param bearerTokenFile file whose trimmed text is sent as a bearer token; excludes {@code basic}
 * @param basic user and password file for HTTP basic authentication
 * @param headers further request headers, sent as they are
 * @param tls how TLS is spoken with the node
 */
public record Credentials(Optional<Path> bearerTokenFile, Optional<Basic> basic, Map<String, String> headers, Tls tls) {

    /** Nothing is sent. */
    public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty(), Map.of());

    /** As the other, with TLS as the JVM speaks it by itself. */
    public Credentials(Optional<Path> bearerTokenFile, Optional<Basic> basic, Map<String, String> headers) {
        this(bearerTokenFile, basic, headers, Tls.NONE);
    }

    public Credentials {
        if (bearerTokenFile.isPresent() && basic.isPresent()) {
            throw new IllegalArgumentException("a node takes a bearer token or basic authentication, not both");
        }
        headers = Map.copyOf(headers);
    }

    /** A user's name and the file whose trimmed text is the password. */
    public record Basic(String username, Path passwordFile) {}

    /**
     * PEM files and a name.
     *
     * @param ca the certificates trusted in place of the JVM's own
     * @param certificate our client certificate, and those it was issued by
     * @param key its private key; there when the certificate is
     * @param serverName the name the node must prove, in place of its URL's host
     */
    public record Tls(Optional<Path> ca, Optional<Path> certificate, Optional<Path> key, Optional<String> serverName) {

        /** The JVM's trust, no client certificate, the name of the URL. */
        public static final Tls NONE = new Tls(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Tls {
            if (certificate.isPresent() != key.isPresent()) {
                throw new IllegalArgumentException("a client certificate and its key come together");
            }
        }
    }
}
