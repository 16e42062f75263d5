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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A port of loopback that leads to another, and can be blocked: then every connection breaks at once. It can
 * also be held: then connections stay, and nothing comes through them.
 */
final class TcpWay implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final ReentrantLock gate = new ReentrantLock();
    private final Condition opened = gate.newCondition();
    private volatile boolean blocked;
    private boolean held;

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

    /** Lets nothing through any more, yet breaks nothing. */
    void hold() {
        holding(true);
    }

    void open() {
        blocked = false;
        holding(false);
    }

    @Override
    public void close() throws IOException {
        server.close();
        block();
        open();
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

    private void holding(boolean wanted) {
        gate.lock();
        try {
            held = wanted;
            opened.signalAll();
        } finally {
            gate.unlock();
        }
    }

    private void awaitOpen() {
        gate.lock();
        try {
            while (held) {
                opened.awaitUninterruptibly();
            }
        } finally {
            gate.unlock();
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8 << 10];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                awaitOpen();
                out.write(bytes, 0, read);
            }
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
