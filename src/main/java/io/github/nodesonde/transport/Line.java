package io.github.nodesonde.transport;

import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * What has passed over one connection. Confined to the connection's event loop; once the connection has failed it no
 * longer changes, and whoever was told of the failure may read it.
 */
final class Line {

    static final AttributeKey<Line> KEY = AttributeKey.valueOf(Line.class, "line");

    private final Executor loop;
    private int questions;
    private boolean awaiting;
    private boolean heard;
    private Optional<Instant> certificateEnds = Optional.empty();

    /** @param loop the connection's event loop */
    Line(Executor loop) {
        this.loop = loop;
    }

    /** Runs something on the event loop, after all that is going on there. */
    void later(Runnable task) {
        loop.execute(task);
    }

    /** The handshake is over, or there was none. */
    void secure(@Nullable SslHandler tls) {
        if (questions == 0 && tls != null) {
            certificateEnds = endOfCertificate(tls.engine().getSession());
        }
    }

    /** When the server's certificate ends; empty without TLS. */
    Optional<Instant> certificateEnds() {
        return certificateEnds;
    }

    /** A question is about to be sent. */
    void ask() {
        questions++;
        awaiting = true;
        heard = false;
    }

    /** Bytes came. */
    void hear() {
        heard = true;
    }

    /** The last byte of the answer came. */
    void answered() {
        awaiting = false;
    }

    boolean isAwaiting() {
        return awaiting;
    }

    /** Whether anything at all came after the last question. */
    boolean wasHeard() {
        return heard;
    }

    /** Whether the last question was not the first over this connection. */
    boolean isReused() {
        return questions > 1;
    }

    private static Optional<Instant> endOfCertificate(SSLSession session) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? Optional.of(certificate.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException _) {
            return Optional.empty();
        }
    }
}
