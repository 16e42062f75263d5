package io.github.nodesonde.inventory;

import io.github.nodesonde.node.Credentials;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code auth:} of a node. Nothing it tells quotes a header's value. */
final class CredentialsReader {

    /** A token of RFC 9110. */
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Visible ASCII, blanks between. */
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

    /** They belong to the connection, not to who asks. */
    private static final Set<String> RESERVED = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "accept-encoding");

    private CredentialsReader() {}

    /** Without any where the node has none, and where they contradict each other, which is told. */
    static Credentials read(YamlFields node) {
        YamlFields auth = node.nested("auth");
        Optional<Path> bearer = auth.file("bearer-token-file");
        Optional<Credentials.Basic> basic = basic(auth);
        Map<String, String> headers = headers(auth);
        Credentials.Tls tls = TlsReader.read(auth);
        if (auth.has("bearer-token-file") && auth.has("basic")) {
            node.problem("auth", "bearer-token-file or basic", "remove one of the two");
            return Credentials.NONE;
        }
        var read = new Credentials(bearer, basic, headers, tls);
        return read.equals(Credentials.NONE) ? Credentials.NONE : read;
    }

    private static Optional<Credentials.Basic> basic(YamlFields auth) {
        YamlFields basic = auth.nested("basic");
        Optional<Path> password = basic.file("password-file");
        Optional<String> username = basic.text("username");
        if (!auth.has("basic")) {
            return Optional.empty();
        }
        if (!basic.has("username")) {
            basic.problem("username", "a user's name", "add username:");
        } else if (username.filter(name -> name.contains(":")).isPresent()) {
            basic.problem("username", "a user's name without a colon", "remove the colon");
        }
        if (!basic.has("password-file")) {
            basic.problem("password-file", "the path of a file", "add password-file:");
        }
        return username.flatMap(name -> password.map(file -> new Credentials.Basic(name, file)));
    }

    private static Map<String, String> headers(YamlFields auth) {
        Map<String, String> headers = auth.textMap("headers");
        YamlFields fields = auth.nested("headers");
        boolean authorized = auth.has("bearer-token-file") || auth.has("basic");
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!HEADER_NAME.matcher(name).matches()) {
                fields.misnamed(name, "the name of a header", "write letters, digits and hyphens");
            } else if (RESERVED.contains(lower)) {
                fields.misnamed(name, "a header that is not the connection's own", "remove it");
            } else if (lower.equals("authorization") && authorized) {
                fields.misnamed(name, "one way of authorization", "remove it, or the other one");
            } else if (!HEADER_VALUE.matcher(value).matches()) {
                fields.misnamed(name, "a value of printable ASCII", "correct the value");
            }
        });
        return headers;
    }
}
