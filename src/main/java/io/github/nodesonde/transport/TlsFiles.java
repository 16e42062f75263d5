package io.github.nodesonde.transport;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How TLS is spoken, by the places of PEM files. They are read when a question is put, so that a renewed one counts at
 * once. Connections are shared only between questions whose files hold the same and whose server name is the same.
 *
 * @param ca the certificates trusted in place of the JVM's own
 * @param certificate the client certificate, and those it was issued by
 * @param key its private key; there when the certificate is
 * @param serverName the name the server must prove and is asked for, in place of the URL's host
 */
public record TlsFiles(Optional<Path> ca, Optional<Path> certificate, Optional<Path> key, Optional<String> serverName) {

    /** The JVM's trust, no client certificate, the name of the URL. */
    public static final TlsFiles NONE =
            new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public TlsFiles {
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException("a client certificate and its key come together");
        }
    }
}
