package io.github.nodesonde.faults;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One connection to a {@link FaultyServer}, as seen from the server. */
public final class Conversation {

    private final Socket socket;
    private final CountDownLatch serverClosed;
    private final AtomicLong bytesSent;
    private int ordinal;
    private String question = "";

    Conversation(Socket socket, CountDownLatch serverClosed, AtomicLong bytesSent) {
        this.socket = socket;
        this.serverClosed = serverClosed;
        this.bytesSent = bytesSent;
    }

    void ask(String head) {
        ordinal++;
        question = head;
    }

    /** 1 for the first question over this connection. */
    public int ordinal() {
        return ordinal;
    }

    /** The head of the newest question, as sent. */
    public String question() {
        return question;
    }

    /** The path that the newest question asks for. */
    public String path() {
        return question.split(" ", 3)[1];
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        bytesSent.addAndGet(bytes.length);
    }

    /** A flawless answer that keeps the connection. */
    public void reply(int status, String type, byte[] body) throws IOException {
        send(head(status, "Content-Type: " + type, "Content-Length: " + body.length));
        send(body);
    }

    public void reply(int status, String body) throws IOException {
        reply(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public static String head(int status, String... headers) {
        var head = new StringBuilder("HTTP/1.1 " + status + " Any\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /** Waits; returns early when the server is closed. */
    public void pause(Duration time) throws InterruptedException {
        if (serverClosed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the server is closed");
        }
    }

    public void hang() throws InterruptedException {
        serverClosed.await();
    }

    /** Waits until the other side closes, or asks something more. */
    public boolean isClosedByOther() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    public void close() throws IOException {
        socket.close();
    }

    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
