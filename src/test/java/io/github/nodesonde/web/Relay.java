package io.github.nodesonde.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a server that can be cut and mended: to its client, the server dies and comes back at the same address. */
final class Relay implements AutoCloseable {

    private final ServerSocket ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int target;
    private volatile boolean cut;

    Relay(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return ear.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(Relay::shut);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        ear.close();
        open.forEach(Relay::shut);
    }

    private void accept() {
        while (!ear.isClosed()) {
            try {
                Socket client = ear.accept();
                if (cut) {
                    shut(client);
                    continue;
                }
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            } catch (IOException _) {
                // The ear was closed, or one client left: the next is as welcome.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException _) {
            // Cut, or either side is gone: both ends close.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
