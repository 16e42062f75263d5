package io.github.nodesonde.inventory;

import io.github.nodesonde.node.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code auth.tls:} of a node. */
final class TlsReader {

    private static final String CA = "ca-file";
    private static final String CERTIFICATE = "certificate-file";
    private static final String KEY = "key-file";

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9.]{0,251}[A-Za-z0-9])?");

    private static final Scalar<String> SERVER_NAME = new Scalar<>(
            "the name that the node's certificate is for",
            scalar -> Optional.of(scalar.getValue())
                    .filter(name -> HOST.matcher(name).matches()),
            _ -> "write a host name without scheme and port");

    private TlsReader() {}

    /** Without a client certificate where it and its key do not go together, which is told. */
    static Credentials.Tls read(YamlFields auth) {
        YamlFields tls = auth.nested("tls");
        Optional<Path> ca = tls.file(CA);
        ca.ifPresent(file -> certificates(tls, CA, file));
        Optional<Path> certificate = tls.file(CERTIFICATE);
        Optional<Path> key = tls.file(KEY);
        checkPair(tls, certificate, key);
        Optional<String> serverName = tls.value("server-name", SERVER_NAME);
        return certificate.isPresent() && key.isPresent()
                ? new Credentials.Tls(ca, certificate, key, serverName)
                : new Credentials.Tls(ca, Optional.empty(), Optional.empty(), serverName);
    }

    /** Tells where TLS is set for a node that is asked without. */
    static void checkUrls(YamlFields node, Collection<URI> urls) {
        YamlFields auth = node.nested("auth");
        boolean plain = !urls.isEmpty() && urls.stream().noneMatch(url -> "https".equalsIgnoreCase(url.getScheme()));
        if (auth.has("tls") && plain) {
            auth.problem("tls", "an https URL of the node", "write https:// there, or remove tls");
        }
    }

    private static void checkPair(YamlFields tls, Optional<Path> certificate, Optional<Path> key) {
        if (tls.has(CERTIFICATE) && !tls.has(KEY)) {
            tls.problem(KEY, "the path of the certificate's key", "add key-file:, or remove certificate-file");
        }
        if (tls.has(KEY) && !tls.has(CERTIFICATE)) {
            tls.problem(CERTIFICATE, "the path of the key's certificate", "add certificate-file:, or remove key-file");
        }
        List<X509Certificate> chain =
                certificate.map(file -> certificates(tls, CERTIFICATE, file)).orElse(List.of());
        Optional<PrivateKey> secret = key.flatMap(file -> privateKey(tls, file));
        if (!chain.isEmpty()
                && secret.isPresent()
                && !PemFile.belongTogether(secret.get(), chain.getFirst().getPublicKey())) {
            tls.flawed(
                    KEY, "a key of another certificate", "the certificate's own key", "name the key it was made with");
        }
    }

    private static List<X509Certificate> certificates(YamlFields tls, String key, Path file) {
        List<X509Certificate> found = PemFile.certificates(file);
        if (found.isEmpty()) {
            tls.flawed(
                    key,
                    "a file without a certificate",
                    "the path of certificates in PEM",
                    "name a file that has -----BEGIN CERTIFICATE-----");
        }
        return found;
    }

    private static Optional<PrivateKey> privateKey(YamlFields tls, Path file) {
        Optional<PrivateKey> found = PemFile.privateKey(file);
        if (found.isEmpty()) {
            tls.flawed(
                    KEY,
                    "a file without a private key that can be read",
                    "the path of a private key in PEM without passphrase",
                    "name a file that has -----BEGIN PRIVATE KEY-----");
        }
        return found;
    }
}
