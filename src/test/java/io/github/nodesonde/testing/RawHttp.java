package io.github.nodesonde.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client that sends what no HTTP library would, or takes its answer as no library would. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int SMALL_WINDOW = 4096;

    private RawHttp() {}

    /** Sends the text, one byte a character, and reads until the server closes, be it by a reset. */
    public static String ask(int port, String text) throws IOException {
        try (Socket socket = connect(port)) {
            var read = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(text.getBytes(ISO_8859_1));
                socket.getInputStream().transferTo(read);
            } catch (SocketException _) {
                // What it sent before counts all the same.
            }
            return read.toString(ISO_8859_1);
        }
    }

    /** Sends the text and reads nothing; little of an answer fits on its way. */
    public static Socket send(int port, String text) throws IOException {
        Socket socket = connect(port);
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return socket;
    }

    /** A request for a path, after which the server closes. */
    public static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        return socket;
    }
}
