package io.github.nodesonde.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The line to a port of this host, which can be cut and mended. While it is cut, connections end before the first byte. */
final class Relay implements AutoCloseable {

    private final int target;
    private final ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Relay(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(Relay::end);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
        threads.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> join(client));
            } catch (IOException _) {
                // Closed, or a client that went before it was taken.
            }
        }
    }

    private void join(Socket client) {
        open.add(client);
        try (client;
                Socket node = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(node);
            if (cut) {
                return;
            }
            threads.execute(() -> carry(node, client));
            carry(client, node);
            open.remove(node);
        } catch (IOException _) {
            // Nobody is there: the client finds its connection closed.
        } finally {
            open.remove(client);
        }
    }

    /** Until one side ends, and with it the other. */
    private static void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException _) {
            // Ended from one side or the other.
        } finally {
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone all the same.
        }
    }
}
