package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nodesonde.transport.NoReply.Why;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptTests {

    private static final Deadline SIX_SECONDS = Deadline.in(Duration.ofSeconds(6));

    static Stream<Arguments> failuresToConnect() {
        return Stream.of(
                arguments(
                        new UnknownHostException("secret.example"),
                        Why.NO_CONNECTION,
                        "the host name does not resolve"),
                arguments(
                        new ConnectTimeoutException("connection timed out: 10.0.0.5:80"),
                        Why.CONNECT_TIMED_OUT,
                        "no connection within 6 s"),
                arguments(
                        new ConnectException("Connection refused: /10.0.0.5:80"),
                        Why.NO_CONNECTION,
                        "connection refused"),
                arguments(
                        new NoRouteToHostException("No route to host: /10.0.0.5:80"),
                        Why.NO_CONNECTION,
                        "no connection could be made"),
                arguments(new SSLHandshakeException("bye"), Why.NO_CONNECTION, "the TLS handshake failed"),
                arguments(
                        new SSLHandshakeException("PKIX path building failed")
                                .initCause(new CertificateException("x", new CertPathBuilderException("y"))),
                        Why.NO_CONNECTION,
                        "the TLS certificate is not trusted"));
    }

    @ParameterizedTest
    @MethodSource("failuresToConnect")
    void failureToConnectIsToldWithoutTheAddress(Throwable failure, Why why, String message) {
        assertThat(new Attempt(Optional.empty()).meaning(new IllegalStateException("wrapper", failure), SIX_SECONDS))
                .hasValueSatisfying(noReply -> {
                    assertThat(noReply.why()).isEqualTo(why);
                    assertThat(noReply).hasMessage(message);
                });
    }

    @Test
    void whatIsNoneOfTheWireHasNoMeaning() {
        assertThat(new Attempt(Optional.empty()).meaning(new IllegalArgumentException("bug"), SIX_SECONDS))
                .isEmpty();
    }

    @Test
    void onlyReusedConnectionThatSaidNothingWentStale() {
        var reset = new IOException("Connection reset by peer");
        var line = new Line(Runnable::run);
        var first = new Attempt(Optional.empty());
        first.begin(line);
        assertThat(first.wentStale(reset)).isFalse();

        var second = new Attempt(Optional.empty());
        second.begin(line);
        assertThat(second.wentStale(reset)).isTrue();
        assertThat(second.wentStale(new IllegalArgumentException("bug"))).isFalse();

        line.hear();
        assertThat(second.wentStale(reset)).isFalse();
    }

    @Test
    void deadlinesAreToldInSeconds() {
        assertThat(SIX_SECONDS.inWords()).isEqualTo("6 s");
        assertThat(Deadline.in(Duration.ofMillis(500)).inWords()).isEqualTo("0.5 s");
        assertThat(Deadline.in(Duration.ofMillis(3217)).inWords()).isEqualTo("3.2 s");
        assertThat(Deadline.in(Duration.ofMillis(20)).inWords()).isEqualTo("0.02 s");
    }
}
