package io.github.nodesonde.transport;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** What the files of a TLS identity hold. Equal when they hold the same. Shows nothing of it. */
record TlsMaterial(
        Optional<String> ca, Optional<String> certificate, Optional<String> key, Optional<String> serverName) {

    private static final int MAX_BYTES = 1024 * 1024;

    /** @throws NoReply when a file cannot be read; its message names the key of the inventory, never the path */
    static TlsMaterial read(TlsFiles files) throws NoReply {
        return new TlsMaterial(
                text("ca-file", files.ca()),
                text("certificate-file", files.certificate()),
                text("key-file", files.key()),
                files.serverName());
    }

    /** @throws NoReply when a file does not hold what it should */
    SslContext context() throws NoReply {
        SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
        if (ca.isPresent()) {
            builder.trustManager(certificates("ca-file", ca.get()));
        }
        if (certificate.isPresent() && key.isPresent()) {
            builder.keyManager(privateKey(key.get()), certificates("certificate-file", certificate.get()));
        }
        try {
            SslContext plain = builder.build();
            return serverName.isPresent() ? new NamedServerContext(plain, serverName.get()) : plain;
        } catch (SSLException _) {
            throw unusable("the files that auth.tls names do not go together");
        }
    }

    /** When the client certificate ends; empty when there is none. */
    Optional<Instant> certificateEnds() throws NoReply {
        return certificate.isPresent()
                ? Optional.of(certificates("certificate-file", certificate.get())
                        .getFirst()
                        .getNotAfter()
                        .toInstant())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "TlsMaterial";
    }

    private static Optional<String> text(String key, Optional<Path> file) throws NoReply {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw unusable("the file that " + key + " names is over 1 MiB");
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException _) {
            throw unusable("the file that " + key + " names cannot be read");
        }
    }

    private static List<X509Certificate> certificates(String key, String pem) throws NoReply {
        return parsed(pem, PemContent::getCertificates)
                .filter(found -> !found.isEmpty())
                .orElseThrow(() -> unusable("the file that " + key + " names holds no certificate in PEM"));
    }

    private static PrivateKey privateKey(String pem) throws NoReply {
        return parsed(pem, PemContent::getPrivateKey)
                .orElseThrow(() -> unusable("the file that key-file names holds no private key in PEM"));
    }

    /** What is no PEM makes the parser throw whatever comes to it. */
    private static <T> Optional<T> parsed(String pem, Function<PemContent, @Nullable T> parser) {
        try {
            return Optional.ofNullable(parser.apply(PemContent.of(pem)));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private static NoReply unusable(String message) {
        return new NoReply(NoReply.Why.UNUSABLE_FILE, message);
    }
}
