package io.github.nodesonde.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** The faults of nodes by name; where a fault leaves room for a valid answer it is {@link #BODY}. */
public enum Fault implements Answering {
    /** No fault at all. */
    NONE(c -> c.reply(200, Fault.BODY)),
    HANGS(Conversation::hang),
    DRIPS(c -> {
        c.send(Conversation.head(200, "Content-Length: 1000"));
        while (true) {
            c.send(" ");
            c.pause(Duration.ofSeconds(1));
        }
    }),
    SENDS_HTML(c -> c.reply(200, "text/html", bytes("<!doctype html><p>Welcome</p>"))),
    /** A flawless answer but for its JSON, which stops midway. */
    SENDS_CUT_JSON(c -> c.reply(200, "{\"status\":\"up\",\"checks\":{")),
    SENDS_SHORT_BODY(c -> {
        c.send(Conversation.head(200, "Content-Length: 100"));
        c.send("{\"status\":");
        c.close();
    }),
    /** Says that more is to come, and lets one wait for it. */
    SENDS_LESS_THAN_ITS_LENGTH(c -> {
        c.send(Conversation.head(200, "Content-Length: " + (Fault.BODY.length() + 1)) + Fault.BODY);
        c.hang();
    }),
    SENDS_MORE_THAN_ITS_LENGTH(c ->
            c.send(Conversation.head(200, "Content-Length: " + (Fault.BODY.length() - 1)) + Fault.BODY)),
    SENDS_NO_UTF_8(c -> c.reply(200, "application/json", new byte[] {(byte) 0xC3, '(', (byte) 0xFF, (byte) 0xFE})),
    SENDS_DEEP_NESTING(c -> c.reply(200, "[".repeat(100_000) + "]".repeat(100_000))),
    SENDS_A_MILLION_KEYS(c -> sendKeys(c, 1_000_000)),
    /** Fewer bytes than the cap on a body, and more values than are read. */
    SENDS_MANY_KEYS(c -> sendKeys(c, 300_000)),
    SENDS_NO_LAST_CHUNK(c -> {
        c.send(Conversation.head(200, "Transfer-Encoding: chunked"));
        c.send("5\r\n12345\r\n");
        c.close();
    }),
    SENDS_BAD_CHUNK(c -> {
        c.send(Conversation.head(200, "Transfer-Encoding: chunked"));
        c.send("zz\r\n12345\r\n0\r\n\r\n");
    }),
    SENDS_200_MB(c -> {
        c.send(Conversation.head(200, "Content-Length: " + Fault.HUGE));
        sendSpaces(c, Fault.HUGE);
    }),
    SENDS_ENDLESS_TINY_CHUNKS(c -> {
        c.send(Conversation.head(200, "Transfer-Encoding: chunked"));
        byte[] many = bytes(("40\r\n" + " ".repeat(64) + "\r\n").repeat(1_000));
        while (true) {
            c.send(many);
        }
    }),
    /** The same without saying so before. */
    SENDS_200_MB_IN_CHUNKS(c -> {
        c.send(Conversation.head(200, "Transfer-Encoding: chunked"));
        byte[] chunk = bytes("10000\r\n" + " ".repeat(0x10000) + "\r\n");
        for (int sent = 0; sent < Fault.HUGE; sent += 0x10000) {
            c.send(chunk);
        }
        c.send("0\r\n\r\n");
    }),
    SENDS_GZIP_BOMB(Fault::sendBomb),
    SENDS_GZIP_CUT_SHORT(c -> {
        byte[] whole = gzip(bytes(Fault.BODY));
        sendGzip(c, whole, whole.length - 4);
    }),
    SENDS_NO_GZIP_AS_GZIP(c -> sendGzip(c, bytes(Fault.BODY), Fault.BODY.length())),
    CLOSES_AFTER_EACH_ANSWER(c -> {
        c.reply(200, Fault.BODY);
        c.close();
    }),
    /** Answers the first question over a connection and closes it when the second comes. */
    CLOSES_REUSED_CONNECTION(c -> {
        if (c.ordinal() > 1) {
            c.close();
        } else {
            c.reply(200, Fault.BODY);
        }
    }),
    RESETS_REUSED_CONNECTION(c -> {
        if (c.ordinal() > 1) {
            c.reset();
        } else {
            c.reply(200, Fault.BODY);
        }
    }),
    CLOSES_BEFORE_ANSWER(Conversation::close),
    RESETS_BEFORE_ANSWER(Conversation::reset),
    CLOSES_WITHIN_HEADERS(c -> {
        c.send("HTTP/1.1 200 OK\r\nContent-Le");
        c.close();
    }),
    RESETS_MIDWAY(c -> {
        c.send(Conversation.head(200, "Content-Length: 100"));
        c.send("{\"status\":");
        c.pause(Duration.ofMillis(100));
        c.reset();
    }),
    /** A valid 503 after half a second. */
    ANSWERS_LATE(c -> {
        c.pause(Duration.ofMillis(500));
        c.reply(503, Fault.BODY);
    }),
    SENDS_HEADER_OF_1_MB(c -> c.send(Conversation.head(200, "X: " + "x".repeat(1_000_000), "Content-Length: 0"))),
    SENDS_INTERIM_ANSWERS_FOREVER(c -> {
        byte[] many = bytes(Conversation.head(102).repeat(100));
        while (true) {
            c.send(many);
            c.pause(Duration.ofMillis(10));
        }
    }),
    SENDS_INTERIM_ANSWERS_FIRST(c -> {
        c.send(Conversation.head(100) + Conversation.head(103, "Link: </x>"));
        c.reply(200, Fault.BODY);
    }),
    SENDS_INTERIM_ANSWERS_APART(c -> {
        for (int i = 0; i < 3; i++) {
            c.send(Conversation.head(102));
            c.pause(Duration.ofMillis(20));
        }
        c.reply(200, Fault.BODY);
    }),
    SWITCHES_PROTOCOLS(c -> c.send(Conversation.head(101, "Upgrade: h2c", "Connection: Upgrade"))),
    SENDS_LENGTH_AND_CHUNKS(c -> {
        c.send(Conversation.head(200, "Content-Length: 5", "Transfer-Encoding: chunked"));
        c.send("5\r\n12345\r\n0\r\n\r\n");
    }),
    SENDS_TWO_LENGTHS(c -> c.send(Conversation.head(200, "Content-Length: 5", "Content-Length: 6") + "123456")),
    SPEAKS_HTTP_1_0(c -> {
        c.send("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + Fault.BODY);
        c.close();
    }),
    SENDS_GARBAGE(c -> c.send("SSH-2.0-OpenSSH_9.9\r\n\0\1\2\3\r\n\r\n")),
    SENDS_GARBAGE_AND_CLOSES(c -> {
        c.send("\0\1\2\3");
        c.close();
    }),
    SENDS_NONSENSE_STATUS(c -> c.send("HTTP/1.1 99999 What\r\nContent-Length: 0\r\n\r\n")),
    SENDS_UNKNOWN_CODING(c -> {
        c.send(Conversation.head(200, "Content-Encoding: br", "Content-Length: 3"));
        c.send("abc");
    }),
    /** Answers, and then says more than it was asked. */
    SENDS_MORE_THAN_ASKED(c -> {
        // In one piece: what comes after the next question was put can be told from its answer by nobody.
        c.send(Conversation.head(200, "Content-Length: " + Fault.BODY.length()) + Fault.BODY
                + Conversation.head(200, "Content-Length: 7") + "{\"a\":1}");
    });

    /** A body that every kind of reader can make something of: a JSON object. */
    public static final String BODY = "{\"status\":\"up\"}";

    private static final int HUGE = 200 * 1024 * 1024;

    /** Some 200 kB that decompress to 200 MB. */
    private static final byte[] BOMB = gzip(HUGE);

    // Every one is a lambda that captures nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Answering answering;

    Fault(Answering answering) {
        this.answering = answering;
    }

    /** Answers each question with a redirect to another place. */
    public static Answering redirectTo(URI elsewhere) {
        return c -> c.send(Conversation.head(302, "Location: " + elsewhere, "Content-Length: 0"));
    }

    @Override
    public void answer(Conversation conversation) throws IOException, InterruptedException {
        answering.answer(conversation);
    }

    private static void sendSpaces(Conversation c, int total) throws IOException {
        byte[] block = new byte[64 * 1024];
        Arrays.fill(block, (byte) ' ');
        for (int sent = 0; sent < total; sent += block.length) {
            c.send(block);
        }
    }

    private static void sendKeys(Conversation c, int count) throws IOException {
        c.send(Conversation.head(200, "Content-Type: application/json", "Transfer-Encoding: chunked"));
        sendChunk(c, "{\"status\":\"up\"");
        var part = new StringBuilder();
        for (int i = 0; i < count; i++) {
            part.append(",\"").append(Integer.toString(i, Character.MAX_RADIX)).append("\":1");
            if (i % 10_000 == 0) {
                sendChunk(c, part.toString());
                part.setLength(0);
            }
        }
        sendChunk(c, part + "}");
        sendChunk(c, "");
    }

    private static void sendChunk(Conversation c, String part) throws IOException {
        c.send(Integer.toHexString(part.length()) + "\r\n" + part + "\r\n");
    }

    private static void sendBomb(Conversation c) throws IOException {
        sendGzip(c, BOMB, BOMB.length);
    }

    private static void sendGzip(Conversation c, byte[] compressed, int length) throws IOException {
        c.send(Conversation.head(200, "Content-Encoding: gzip", "Content-Length: " + length));
        c.send(Arrays.copyOf(compressed, length));
    }

    public static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(int zeros) {
        var out = new ByteArrayOutputStream();
        byte[] block = new byte[64 * 1024];
        try (var gzip = new GZIPOutputStream(out)) {
            for (int written = 0; written < zeros; written += block.length) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
