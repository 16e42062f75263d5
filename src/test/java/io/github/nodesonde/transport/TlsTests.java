package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.nodesonde.testing.TestCertificates;
import io.github.nodesonde.testing.TestCertificates.Identity;
import io.github.nodesonde.testing.TlsServer;
import io.github.nodesonde.transport.NoReply.Why;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTests {

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final NettyTransport TRANSPORT = new NettyTransport(
            new TransportProperties(2, Duration.ofSeconds(45)),
            new TargetPolicy(new TargetProperties(List.of(), List.of())),
            Clock.systemUTC());

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Identity authority;
    private static Identity node;
    private static Identity named;
    private static Identity expired;
    private static Identity lonely;
    private static Identity client;

    @BeforeAll
    static void makeCertificates() {
        var certificates = new TestCertificates(shared);
        authority = certificates.authority("authority");
        node = certificates.issued("node", authority, "ip:127.0.0.1");
        named = certificates.issued("named", authority, "dns:node.internal");
        expired = certificates.issued("expired", authority, "ip:127.0.0.1", -3, 1);
        lonely = certificates.selfSigned("lonely", "ip:127.0.0.1");
        client = certificates.issued("client", authority, "dns:client.internal");
    }

    @AfterAll
    static void close() {
        TRANSPORT.close();
    }

    @Test
    void certificateOfTheTrustedAuthorityIsTakenAndItsEndIsTold() throws Exception {
        try (var server = TlsServer.start(node.server(authority), false)) {
            Reply reply = ask(server, trusting(authority));

            assertThat(reply.text()).isEqualTo("nobody");
            assertThat(reply.certificateEnds())
                    .isEqualTo(new CertificateEnds(
                            Optional.of(node.certificate().getNotAfter().toInstant()), Optional.empty()));
        }
    }

    @Test
    void clientCertificateIsShownAndItsEndIsTold() throws Exception {
        try (var server = TlsServer.start(node.server(authority), true)) {
            for (int i = 0; i < 2; i++) {
                Reply reply = ask(server, showing(client));

                assertThat(reply.text()).isEqualTo("CN=client");
                assertThat(reply.certificateEnds().client())
                        .hasValue(client.certificate().getNotAfter().toInstant());
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void nodeThatWantsAnotherClientCertificateOrOneAtAllIsUnreachable() throws Exception {
        try (var server = TlsServer.start(node.server(authority), true)) {
            for (TlsFiles tls : new TlsFiles[] {trusting(authority), showing(lonely)}) {
                NoReply failure = failure(server, tls);

                assertThat(failure.why()).isEqualTo(Why.UNREACHABLE);
                assertThat(failure)
                        .hasMessage("the node accepts no TLS connection with our client certificate, or without one");
            }
        }
    }

    @Test
    void certificateOfAnotherAuthorityIsNotTrusted() throws Exception {
        try (var server = TlsServer.start(node.server(authority), false)) {
            assertThat(failure(server, trusting(lonely))).hasMessage("the TLS certificate is not trusted");
            assertThat(failure(server, TlsFiles.NONE)).hasMessage("the TLS certificate is not trusted");
            assertThat(failure(server, TlsFiles.NONE).why()).isEqualTo(Why.NO_CONNECTION);
        }
    }

    @Test
    void selfSignedCertificateIsTrustedWhereItIsItsOwnAuthority() throws Exception {
        try (var server = TlsServer.start(lonely.server(authority), false)) {
            assertThat(ask(server, trusting(lonely)).text()).isEqualTo("nobody");
        }
    }

    @Test
    void expiredCertificateIsSaidToBe() throws Exception {
        try (var server = TlsServer.start(expired.server(authority), false)) {
            NoReply failure = failure(server, trusting(authority));

            assertThat(failure.why()).isEqualTo(Why.NO_CONNECTION);
            assertThat(failure).hasMessage("the TLS certificate has expired");
        }
    }

    @Test
    void serverNameTakesThePlaceOfTheHost() throws Exception {
        try (var server = TlsServer.start(named.server(authority), false)) {
            assertThat(failure(server, trusting(authority))).hasMessage("the TLS certificate is for another name");
            assertThat(failure(server, called("other.internal"))).hasMessage("the TLS certificate is for another name");
            assertThat(ask(server, called("node.internal")).text()).isEqualTo("nobody");
        }
    }

    @Test
    void certificateForTheHostDoesNotDoWhereAnotherNameIsAskedFor() throws Exception {
        try (var server = TlsServer.start(node.server(authority), false)) {
            assertThat(failure(server, called("node.internal"))).hasMessage("the TLS certificate is for another name");
        }
    }

    @Test
    void identitiesNeverShareConnections() throws Exception {
        try (var server = TlsServer.start(node.server(authority), false)) {
            assertThat(ask(server, showing(client)).text()).isEqualTo("CN=client");
            assertThat(ask(server, trusting(authority)).text()).isEqualTo("nobody");
            assertThat(ask(server, showing(client)).text()).isEqualTo("CN=client");
            assertThat(failure(server, TlsFiles.NONE)).hasMessage("the TLS certificate is not trusted");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void renewedFilesCountWithTheNextQuestion() throws Exception {
        Path ca = Files.copy(authority.certificateFile(), folder.resolve("ca"));
        Path certificate = Files.copy(named.certificateFile(), folder.resolve("crt"));
        Path key = Files.copy(named.keyFile(), folder.resolve("key"));
        var tls = new TlsFiles(Optional.of(ca), Optional.of(certificate), Optional.of(key), Optional.empty());
        try (var server = TlsServer.start(node.server(authority), true)) {
            assertThat(ask(server, tls).text()).isEqualTo("CN=named");

            Files.copy(client.certificateFile(), certificate, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(client.keyFile(), key, StandardCopyOption.REPLACE_EXISTING);
            assertThat(ask(server, tls).text()).isEqualTo("CN=client");

            Files.copy(lonely.certificateFile(), ca, StandardCopyOption.REPLACE_EXISTING);
            assertThat(failure(server, tls)).hasMessage("the TLS certificate is not trusted");
        }
    }

    @Test
    void fileThatIsGoneOrHoldsNoCertificateIsToldByItsKeyAndNothingIsSent() throws Exception {
        Path garbled = Files.writeString(folder.resolve("garbled"), "-----BEGIN CERTIFICATE-----\nsecret\n");
        try (var server = TlsServer.start(node.server(authority), false)) {
            NoReply gone = failure(server, trusting(folder.resolve("absent")));
            assertThat(gone.why()).isEqualTo(Why.UNUSABLE_FILE);
            assertThat(gone).hasMessage("the file that ca-file names cannot be read");
            assertThat(failure(server, trusting(garbled)))
                    .hasMessage("the file that ca-file names holds no certificate in PEM");
            assertThat(failure(
                            server,
                            new TlsFiles(
                                    Optional.empty(),
                                    Optional.of(client.certificateFile()),
                                    Optional.of(client.certificateFile()),
                                    Optional.empty())))
                    .hasMessage("the file that key-file names holds no private key in PEM");
            assertThat(server.connections()).isZero();
        }
    }

    private static TlsFiles trusting(Identity authority) {
        return trusting(authority.certificateFile());
    }

    private static TlsFiles trusting(Path ca) {
        return new TlsFiles(Optional.of(ca), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static TlsFiles called(String name) {
        return new TlsFiles(
                Optional.of(authority.certificateFile()), Optional.empty(), Optional.empty(), Optional.of(name));
    }

    private static TlsFiles showing(Identity identity) {
        return new TlsFiles(
                Optional.of(authority.certificateFile()),
                Optional.of(identity.certificateFile()),
                Optional.of(identity.keyFile()),
                Optional.empty());
    }

    private static Reply ask(TlsServer server, TlsFiles tls) throws NoReply, InterruptedException {
        return TRANSPORT.ask(new Question.Get(server.url()), new Access(Map.of(), tls), AMPLE);
    }

    private static NoReply failure(TlsServer server, TlsFiles tls) {
        return catchThrowableOfType(NoReply.class, () -> ask(server, tls));
    }
}
