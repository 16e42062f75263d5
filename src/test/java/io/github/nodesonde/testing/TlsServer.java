package io.github.nodesonde.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** A server on loopback that speaks TLS and answers with the name in the client's certificate, or {@code nobody}. */
public final class TlsServer implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<InetSocketAddress> peers = ConcurrentHashMap.newKeySet();

    private TlsServer(HttpsServer server) {
        this.server = server;
    }

    /** @param strict whether a client must show a certificate; else it may */
    public static TlsServer start(SSLContext context, boolean strict) throws IOException {
        var server = new TlsServer(HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0));
        server.server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                if (strict) {
                    tls.setNeedClientAuth(true);
                } else {
                    tls.setWantClientAuth(true);
                }
                parameters.setSSLParameters(tls);
            }
        });
        server.server.createContext("/", server::answer);
        server.server.setExecutor(server.threads);
        server.server.start();
        return server;
    }

    public URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** How many connections a question came over. */
    public int connections() {
        return peers.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        peers.add(exchange.getRemoteAddress());
        byte[] body = client((HttpsExchange) exchange).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String client(HttpsExchange exchange) {
        try {
            return exchange.getSSLSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException _) {
            return "nobody";
        }
    }
}
