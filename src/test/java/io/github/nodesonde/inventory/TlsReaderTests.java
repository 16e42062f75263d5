package io.github.nodesonde.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.testing.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsReaderTests {

    @TempDir
    private static Path folder;

    private final InventoryReader reader = new InventoryReader(List.of(new FakeKind("lean")));

    @BeforeAll
    static void makeCertificates() throws IOException {
        var certificates = new TestCertificates(folder);
        certificates.selfSigned("one", "dns:one.internal");
        certificates.selfSigned("other", "dns:other.internal");
        Files.writeString(
                folder.resolve("garbled.crt"), "-----BEGIN CERTIFICATE-----\nc2VjcmV0\n-----END CERTIFICATE-----\n");
        Files.writeString(folder.resolve("token"), "s3cret");
    }

    @Test
    void everyKeyIsRead() throws IOException {
        Path inventory =
                write("https", "ca-file: other.crt, certificate-file: one.crt, key-file: one.key, server-name: a.b");

        InventoryContents contents = reader.read(inventory);

        assertThat(contents)
                .isInstanceOfSatisfying(
                        InventoryContents.Valid.class,
                        valid -> assertThat(Optional.ofNullable(
                                                valid.fleet().nodes().get(new NodeId("lean-0")))
                                        .orElseThrow()
                                        .credentials()
                                        .tls())
                                .isEqualTo(new Credentials.Tls(
                                        Optional.of(folder.resolve("other.crt")),
                                        Optional.of(folder.resolve("one.crt")),
                                        Optional.of(folder.resolve("one.key")),
                                        Optional.of("a.b"))));
    }

    @Test
    void certificateAndKeyComeTogether() throws IOException {
        assertThat(problems("https", "certificate-file: one.crt"))
                .containsExactly("nodesonde.yaml:8:13 nodes[0].auth.tls.key-file: found nothing,"
                        + " expected the path of the certificate's key: add key-file:, or remove certificate-file");
        assertThat(problems("https", "key-file: one.key"))
                .containsExactly("nodesonde.yaml:8:13 nodes[0].auth.tls.certificate-file: found nothing,"
                        + " expected the path of the key's certificate: add certificate-file:, or remove key-file");
    }

    @Test
    void keyOfAnotherCertificateIsFound() throws IOException {
        assertThat(problems("https", "certificate-file: one.crt, key-file: other.key"))
                .containsExactly("nodesonde.yaml:8:47 nodes[0].auth.tls.key-file: found a key of another certificate,"
                        + " expected the certificate's own key: name the key it was made with");
    }

    @Test
    void fileThatHoldsSomethingElseIsFoundAndNotQuoted() throws IOException {
        assertThat(problems("https", "ca-file: garbled.crt, certificate-file: token, key-file: one.crt"))
                .containsExactly(
                        "nodesonde.yaml:8:20 nodes[0].auth.tls.ca-file: found a file without a certificate, expected"
                                + " the path of certificates in PEM: name a file that has -----BEGIN CERTIFICATE-----",
                        "nodesonde.yaml:8:42 nodes[0].auth.tls.certificate-file: found a file without a certificate,"
                                + " expected the path of certificates in PEM: name a file that has -----BEGIN"
                                + " CERTIFICATE-----",
                        "nodesonde.yaml:8:67 nodes[0].auth.tls.key-file: found a file without a private key that can be"
                                + " read, expected the path of a private key in PEM without passphrase: name a file"
                                + " that has -----BEGIN PRIVATE KEY-----");
    }

    @Test
    void absentFileAndBadNameAreFound() throws IOException {
        assertThat(problems("https", "ca-file: absent.crt, server-name: 'https://a.b'"))
                .containsExactly(
                        "nodesonde.yaml:8:20 nodes[0].auth.tls.ca-file: found a path where no file is, expected the"
                                + " path of a file that can be read: create the file, or correct the path",
                        "nodesonde.yaml:8:41 nodes[0].auth.tls.server-name: found 'https://a.b', expected the name"
                                + " that the node's certificate is for: write a host name without scheme and port");
    }

    @Test
    void tlsOfANodeAskedWithoutIsAContradiction() throws IOException {
        assertThat(problems("http", "ca-file: one.crt"))
                .containsExactly("nodesonde.yaml:8:13 nodes[0].auth.tls: found a mapping, expected an https URL of the"
                        + " node: write https:// there, or remove tls");
    }

    private List<String> problems(String scheme, String tls) throws IOException {
        return switch (reader.read(write(scheme, tls))) {
            case InventoryContents.Valid _ -> List.of();
            case InventoryContents.Broken(List<Problem> problems) ->
                problems.stream().map(Problem::toString).toList();
        };
    }

    private static Path write(String scheme, String tls) throws IOException {
        return Files.writeString(folder.resolve("nodesonde.yaml"), """
                networks:
                  - name: devnet-4
                    type: lean
                nodes:
                  - id: lean-0
                    network: devnet-4
                    url: %s://10.0.0.7:8008
                    auth: { tls: { %s } }
                """.formatted(scheme, tls));
    }
}
