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
 */
public record Credentials(Optional<Path> bearerTokenFile, Optional<Basic> basic, Map<String, String> headers) {

    /** Nothing is sent. */
    public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty(), Map.of());

    public Credentials {
        if (bearerTokenFile.isPresent() && basic.isPresent()) {
            throw new IllegalArgumentException("a node takes a bearer token or basic authentication, not both");
        }
        headers = Map.copyOf(headers);
    }

    /** A user's name and the file whose trimmed text is the password. */
    public record Basic(String username, Path passwordFile) {}
}
