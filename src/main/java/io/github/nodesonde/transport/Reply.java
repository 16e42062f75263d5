package io.github.nodesonde.transport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A whole answer: status, content type and the decompressed body. The body is hostile input. */
public final class Reply {

    private final URI url;
    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Instant receivedAt;
    private final CertificateEnds certificateEnds;
    private final Optional<Duration> retryAfter;

    /**
     * @param url the place that answered, of those the question named
     * @param contentType the header as sent, empty when there was none
     * @param body kept, not copied
     * @param receivedAt when the last byte came
     */
    public Reply(URI url, int status, String contentType, byte[] body, Instant receivedAt) {
        this(url, status, contentType, body, receivedAt, CertificateEnds.NONE);
    }

    /** As the other, over TLS. */
    public Reply(
            URI url, int status, String contentType, byte[] body, Instant receivedAt, CertificateEnds certificateEnds) {
        this(url, status, contentType, body, receivedAt, certificateEnds, Optional.empty());
    }

    /** As the others, with how long the server wants to be left alone. */
    public Reply(
            URI url,
            int status,
            String contentType,
            byte[] body,
            Instant receivedAt,
            CertificateEnds certificateEnds,
            Optional<Duration> retryAfter) {
        this.url = url;
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.receivedAt = receivedAt;
        this.certificateEnds = certificateEnds;
        this.retryAfter = retryAfter;
    }

    public URI url() {
        return url;
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** When the certificates of the connection end that it came over. */
    public CertificateEnds certificateEnds() {
        return certificateEnds;
    }

    /** How long the server wants to be left alone, by its header {@code Retry-After}; empty where it does not say. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Bytes of the body after decompression. */
    public int size() {
        return body.length;
    }

    /** The very bytes, not to be changed. */
    public byte[] body() {
        return body;
    }

    public InputStream open() {
        return new ByteArrayInputStream(body);
    }

    /** The body as text. Fails on bytes that are no UTF-8 rather than replace them; a byte order mark is left out. */
    public String text() throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
