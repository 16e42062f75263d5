package io.github.nodesonde.transport;

import java.util.Map;

/**
 * How a server lets us in.
 *
 * @param headers sent with every request, credentials among them
 * @param tls how TLS is spoken, where the URL asks for it
 */
public record Access(Map<String, String> headers, TlsFiles tls) {

    /** Nothing is sent, and TLS is spoken as the JVM does by itself. */
    public static final Access FREE = new Access(Map.of(), TlsFiles.NONE);

    public Access {
        headers = Map.copyOf(headers);
    }

    /** Shows no header, for they hold secrets. */
    @Override
    public String toString() {
        return "Access[headers=" + headers.size() + ", tls=" + tls + "]";
    }
}
