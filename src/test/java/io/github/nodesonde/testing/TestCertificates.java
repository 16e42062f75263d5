package io.github.nodesonde.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates and keys made with the JDK's own tool, all in one folder, each also as PEM files. */
public final class TestCertificates {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final Path store;

    public TestCertificates(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("all.p12");
    }

    /** Signed by itself. */
    public Identity selfSigned(String name, String alternativeName) {
        return make(name, "-ext", "san=" + alternativeName);
    }

    /** May sign others. */
    public Identity authority(String name) {
        return make(name, "-ext", "bc:c");
    }

    /** Valid from some days before or after now for so many days. */
    public Identity issued(String name, Identity by, String alternativeName, int fromDays, int days) {
        return make(
                name,
                "-signer",
                by.name(),
                "-ext",
                "san=" + alternativeName,
                "-startdate",
                "%+dd".formatted(fromDays),
                "-validity",
                String.valueOf(days));
    }

    public Identity issued(String name, Identity by, String alternativeName) {
        return issued(name, by, alternativeName, -1, 365);
    }

    private Identity make(String name, String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-Xshare:auto",
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
            }
            return identity(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Identity identity(String name) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Certificate[] chain = keys.getCertificateChain(name);
        Key key = keys.getKey(name, PASSWORD);
        Path certificateFile =
                Files.writeString(folder.resolve(name + ".crt"), pem("CERTIFICATE", chain[0].getEncoded()));
        Path keyFile = Files.writeString(folder.resolve(name + ".key"), pem("PRIVATE KEY", key.getEncoded()));
        return new Identity(name, (X509Certificate) chain[0], key, certificateFile, keyFile);
    }

    private static String pem(String label, byte[] der) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, text, label);
    }

    /** A certificate and its key. */
    public record Identity(String name, X509Certificate certificate, Key key, Path certificateFile, Path keyFile) {

        /** Of a server that shows this certificate, and trusts clients of the authority. */
        public SSLContext server(Identity authority) throws GeneralSecurityException, IOException {
            var own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry(name, key, PASSWORD, new Certificate[] {certificate});
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD);
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority.certificate());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        }
    }
}
