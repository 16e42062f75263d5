package io.github.nodesonde.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A port of loopback that leads to another, and can be blocked: then every connection breaks at once. */
final class TcpWay implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean blocked;

    private TcpWay(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static TcpWay to(int target) throws IOException {
        var way = new TcpWay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().start(way::accept);
        return way;
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many connections found it blocked. */
    int refused() {
        return refused.get();
    }

    void block() {
        blocked = true;
        sockets.forEach(TcpWay::close);
    }

    void open() {
        blocked = false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        block();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket near = server.accept();
                if (blocked) {
                    refused.incrementAndGet();
                    close(near);
                } else {
                    connect(near, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            }
        } catch (IOException _) {
            // The way was closed.
        }
    }

    private void connect(Socket near, Socket far) {
        sockets.add(near);
        sockets.add(far);
        Thread.ofVirtual().start(() -> pass(near, far));
        Thread.ofVirtual().start(() -> pass(far, near));
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException _) {
            // One end closed; so is the other now.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
