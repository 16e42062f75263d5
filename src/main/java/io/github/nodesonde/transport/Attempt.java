package io.github.nodesonde.transport;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.TooLongFrameException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.PrematureCloseException;

/**
 * One sending of one question, and what its failure means. It travels in the subscriber's context, so that the client can
 * tell over which connection the question went.
 */
final class Attempt {

    private final Optional<Instant> clientCertificateEnds;
    private volatile @Nullable Line line;

    /** @param clientCertificateEnds when the client certificate ends that is shown where TLS is spoken */
    Attempt(Optional<Instant> clientCertificateEnds) {
        this.clientCertificateEnds = clientCertificateEnds;
    }

    /** The question is about to be sent over this connection. Called on the connection's event loop. */
    void begin(Line over) {
        over.ask();
        line = over;
    }

    /** Runs something once the connection has been given back: what comes next to the same host finds it there. */
    void afterRelease(Runnable task) {
        Line over = line;
        if (over == null) {
            task.run();
        } else {
            over.later(task);
        }
    }

    /** When the certificates of the connection end; none without TLS. */
    CertificateEnds certificateEnds() {
        Line over = line;
        return over == null || over.certificateEnds().isEmpty()
                ? CertificateEnds.NONE
                : new CertificateEnds(over.certificateEnds(), clientCertificateEnds);
    }

    boolean hasConnection() {
        return line != null;
    }

    /**
     * Whether a kept connection was closed by the other side before it answered anything, as happens when its idle time
     * ran out just then. Says nothing of the node; the question may be put again.
     */
    boolean wentStale(Throwable failure) {
        Line over = line;
        if (over == null) {
            return find(failure, AbortedException.class).isPresent();
        }
        return over.isReused()
                && !over.wasHeard()
                && (isClose(failure) || find(failure, IOException.class).isPresent());
    }

    /** What the failure means; empty when it is none of the wire, and so our own. */
    Optional<NoReply> meaning(Throwable failure, Deadline deadline) {
        Optional<NoReply> known = find(failure, NoReply.class)
                .or(() -> find(failure, TargetGate.ForbiddenTarget.class)
                        .map(refusal -> because(NoReply.Why.FORBIDDEN, String.valueOf(refusal.getMessage()))))
                .or(() -> find(failure, CappedBytes.TooLarge.class)
                        .map(_ -> because(NoReply.Why.TOO_LARGE, "the body is over 8 MiB")))
                .or(() -> find(failure, Room.Full.class)
                        .map(_ -> because(NoReply.Why.NO_ROOM, "the heap has no room for a body so large")))
                .or(() -> Descriptors.ranOut(failure)
                        ? Optional.of(because(NoReply.Why.NO_ROOM, "no file descriptor left just now"))
                        : Optional.empty())
                .or(() -> find(failure, TooLongFrameException.class)
                        .map(_ -> because(NoReply.Why.TOO_LARGE, "the headers are over 16 KiB")))
                .or(() -> find(failure, StrictResponseDecoder.BrokenAnswer.class)
                        .map(broken -> because(NoReply.Why.MALFORMED, String.valueOf(broken.getMessage()))));
        Line over = line;
        return known.or(() -> over == null ? unconnected(failure, deadline) : cutOff(failure, over));
    }

    private static Optional<NoReply> unconnected(Throwable failure, Deadline deadline) {
        if (find(failure, UnknownHostException.class).isPresent()) {
            return Optional.of(because(NoReply.Why.NO_CONNECTION, "the host name does not resolve"));
        }
        if (find(failure, ConnectTimeoutException.class).isPresent()) {
            return Optional.of(because(NoReply.Why.CONNECT_TIMED_OUT, "no connection within " + deadline.inWords()));
        }
        if (find(failure, SSLException.class).isPresent()) {
            return Optional.of(because(NoReply.Why.NO_CONNECTION, TlsFault.words(failure)));
        }
        Optional<ConnectException> refusal = find(failure, ConnectException.class);
        if (refusal.isPresent()) {
            boolean refused = String.valueOf(refusal.get().getMessage()).contains("refused");
            return Optional.of(
                    because(NoReply.Why.NO_CONNECTION, refused ? "connection refused" : "no connection could be made"));
        }
        if (isClose(failure)) {
            return Optional.of(because(NoReply.Why.UNREACHABLE, "closed before the question was sent"));
        }
        return find(failure, IOException.class)
                .map(_ -> because(NoReply.Why.NO_CONNECTION, "no connection could be made"));
    }

    private static Optional<NoReply> cutOff(Throwable failure, Line over) {
        // In TLS 1.3 our side of the handshake is over before the server has looked at our certificate.
        if (!over.wasHeard() && TlsFault.isAlert(failure)) {
            return Optional.of(because(
                    NoReply.Why.UNREACHABLE,
                    "the node accepts no TLS connection with our client certificate, or without one"));
        }
        if (isClose(failure)) {
            return Optional.of(
                    over.wasHeard()
                            ? because(NoReply.Why.MALFORMED, "the answer ended early")
                            : because(NoReply.Why.UNREACHABLE, "closed before the first byte of an answer"));
        }
        return find(failure, IOException.class).map(_ -> because(NoReply.Why.UNREACHABLE, "connection reset"));
    }

    private static boolean isClose(Throwable failure) {
        return find(failure, PrematureCloseException.class).isPresent()
                || find(failure, AbortedException.class).isPresent()
                || find(failure, ClosedChannelException.class).isPresent();
    }

    private static NoReply because(NoReply.Why why, String message) {
        return new NoReply(why, message);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }
}
