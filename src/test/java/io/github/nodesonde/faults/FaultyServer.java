package io.github.nodesonde.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server on a free loopback port that speaks plain bytes, so that it can break any rule of HTTP. */
public final class FaultyServer implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ServerSocket socket;
    private final Answering answering;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicLong bytesSent = new AtomicLong();

    private FaultyServer(ServerSocket socket, Answering answering) {
        this.socket = socket;
        this.answering = answering;
    }

    public static FaultyServer start(Answering answering) {
        return start("127.0.0.1", answering);
    }

    /** @param host one of 127.0.0.0/8 */
    public static FaultyServer start(String host, Answering answering) {
        try {
            var server = new FaultyServer(new ServerSocket(0, BACKLOG, InetAddress.ofLiteral(host)), answering);
            start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address at which nothing listens while the returned socket is open: the port is taken, but by no server. */
    public static Socket takeSilentPort() {
        try {
            var holder = new Socket();
            holder.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return holder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url(String path) {
        return URI.create("http://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort() + path);
    }

    public URI url() {
        return url("/health");
    }

    /** Connections accepted so far. */
    public int connections() {
        return connections.get();
    }

    /** Connections that neither side has closed. */
    public int openConnections() {
        return open.size();
    }

    /** Questions read so far, over all connections. */
    public int questions() {
        return questions.get();
    }

    public long bytesSent() {
        return bytesSent.get();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not on a virtual thread: it would compete for its carrier with those of the program under test. */
    private static void start(Runnable task) {
        Thread.ofPlatform().daemon().name("faulty-server").start(task);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                connections.incrementAndGet();
                open.add(accepted);
                start(() -> serve(accepted));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            InputStream in = accepted.getInputStream();
            var conversation = new Conversation(accepted, closed, bytesSent);
            String question = readHead(in);
            while (!question.isEmpty()) {
                questions.incrementAndGet();
                conversation.ask(question);
                answering.answer(conversation);
                question = accepted.isClosed() ? "" : readHead(in);
            }
        } catch (IOException _) {
            // The other side has had enough, which is what many a fault is for.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(accepted);
        }
    }

    /** Up to the empty line; empty when the other side has closed. */
    private static String readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
