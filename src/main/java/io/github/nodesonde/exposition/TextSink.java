package io.github.nodesonde.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** Text on its way out, through one small buffer. Not thread-safe; never closes the stream. */
final class TextSink {

    private static final int BUFFER = 8_192;
    private static final int LONGEST_LONG = 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int length;

    TextSink(OutputStream out) {
        this.out = out;
    }

    void text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] bytes = text.substring(i).getBytes(UTF_8);
                bytes(bytes, 0, bytes.length);
                return;
            }
            character(c);
        }
    }

    /** One of ASCII. */
    void character(char c) throws IOException {
        if (length == BUFFER) {
            drain();
        }
        buffer[length++] = (byte) c;
    }

    void bytes(byte[] bytes, int from, int to) throws IOException {
        int size = to - from;
        if (size > BUFFER - length) {
            drain();
            if (size > BUFFER) {
                out.write(bytes, from, size);
                return;
            }
        }
        System.arraycopy(bytes, from, buffer, length, size);
        length += size;
    }

    /** The value as {@link Numbers#text} spells it; whole numbers, which most are, without a String for each. */
    void number(double value) throws IOException {
        long whole = (long) value;
        if (whole == value && Math.abs(value) <= Numbers.LONGEST_INTEGER && (whole != 0 || 1 / value > 0)) {
            whole(whole);
        } else {
            text(Numbers.text(value));
        }
    }

    void flush() throws IOException {
        drain();
        out.flush();
    }

    private void whole(long value) throws IOException {
        if (BUFFER - length < LONGEST_LONG) {
            drain();
        }
        long rest = Math.abs(value);
        int digits = 1;
        for (long power = rest; power >= 10; power /= 10) {
            digits++;
        }
        if (value < 0) {
            buffer[length++] = '-';
        }
        for (int i = length + digits - 1; i >= length; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void drain() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
