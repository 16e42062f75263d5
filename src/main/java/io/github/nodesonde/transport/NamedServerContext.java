package io.github.nodesonde.transport;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolNegotiator;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSessionContext;

/**
 * Speaks TLS with a server under a name of its own, whatever address it is reached at. Setting the name for the handshake
 * alone would not do: the JDK lets a certificate for the address pass, too.
 */
final class NamedServerContext extends SslContext {

    private final SslContext plain;
    private final String name;

    NamedServerContext(SslContext plain, String name) {
        this.plain = plain;
        this.name = name;
    }

    @Override
    public boolean isClient() {
        return plain.isClient();
    }

    @Override
    public List<String> cipherSuites() {
        return plain.cipherSuites();
    }

    @Override
    @SuppressWarnings("deprecation") // the type, not the method, which every context must have
    public ApplicationProtocolNegotiator applicationProtocolNegotiator() {
        return plain.applicationProtocolNegotiator();
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator) {
        return plain.newEngine(allocator);
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator, String host, int port) {
        return plain.newEngine(allocator, name, port);
    }

    @Override
    public SSLSessionContext sessionContext() {
        return plain.sessionContext();
    }
}
