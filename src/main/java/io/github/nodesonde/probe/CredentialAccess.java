package io.github.nodesonde.probe;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.text.SecretFile;
import io.github.nodesonde.transport.Access;
import io.github.nodesonde.transport.TlsFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns credentials into access to the node, reading the files of secrets anew each time, so that a rotated one counts at
 * once.
 */
final class CredentialAccess {

    private static final String AUTHORIZATION = "Authorization";

    private CredentialAccess() {}

    static Access of(Credentials credentials) throws UnreadableSecret {
        Credentials.Tls tls = credentials.tls();
        return new Access(headers(credentials), new TlsFiles(tls.ca(), tls.certificate(), tls.key(), tls.serverName()));
    }

    private static Map<String, String> headers(Credentials credentials) throws UnreadableSecret {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(credentials.headers());
        if (credentials.bearerTokenFile().isPresent()) {
            String token =
                    secret("bearer-token-file", credentials.bearerTokenFile().get());
            headers.put(AUTHORIZATION, "Bearer " + token);
        }
        if (credentials.basic().isPresent()) {
            Credentials.Basic basic = credentials.basic().get();
            String pair = basic.username() + ":" + secret("password-file", basic.passwordFile());
            headers.put(
                    AUTHORIZATION,
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return headers;
    }

    private static String secret(String key, Path file) throws UnreadableSecret {
        try {
            return new SecretFile(file).read();
        } catch (SecretFile.Unusable e) {
            String flaw = switch (e.flaw()) {
                case MISSING, UNREADABLE -> "cannot be read";
                case NO_SECRET -> "holds no secret of one line";
            };
            throw new UnreadableSecret("the file that " + key + " names " + flaw);
        }
    }

    /** A secret is missing or is none. The message names the key of the inventory, never a path or what was found there. */
    static final class UnreadableSecret extends Exception {

        private static final long serialVersionUID = 1L;

        UnreadableSecret(String message) {
            super(message);
        }
    }
}
