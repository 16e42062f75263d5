package io.github.nodesonde.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** What a PEM file holds. Nothing of a key is ever shown. */
final class PemFile {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final byte[] SAMPLE = "nodesonde".getBytes(StandardCharsets.US_ASCII);

    private PemFile() {}

    /** Empty when it holds none. */
    static List<X509Certificate> certificates(Path file) {
        return parsed(file, PemContent::getCertificates).orElse(List.of());
    }

    /** Empty when it holds none that can be read without a passphrase. */
    static Optional<PrivateKey> privateKey(Path file) {
        return parsed(file, PemContent::getPrivateKey);
    }

    /** Whether what the one signs the other verifies; also when no way is known to find out. */
    static boolean belongTogether(PrivateKey key, PublicKey certified) {
        Optional<String> algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> Optional.of("SHA256withRSA");
            case "EC" -> Optional.of("SHA256withECDSA");
            case "EdDSA" -> Optional.of("EdDSA");
            default -> Optional.empty();
        };
        return algorithm.map(name -> verifies(name, key, certified)).orElse(true);
    }

    private static boolean verifies(String algorithm, PrivateKey key, PublicKey certified) {
        try {
            var signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(SAMPLE);
            byte[] signed = signing.sign();
            var verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certified);
            verifying.update(SAMPLE);
            return verifying.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static <T> Optional<T> parsed(Path file, Function<PemContent, @Nullable T> parser) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES
                    ? Optional.empty()
                    : Optional.ofNullable(parser.apply(PemContent.of(new String(bytes, StandardCharsets.UTF_8))));
        } catch (IOException | RuntimeException _) {
            // What is no PEM makes the parser throw whatever comes to it.
            return Optional.empty();
        }
    }
}
