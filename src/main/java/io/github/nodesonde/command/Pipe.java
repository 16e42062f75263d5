package io.github.nodesonde.command;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;

/**
 * One stream of a command, read by a thread of its own until it ends: a command that fills a stream nobody reads would
 * wait for ever. Keeps the first bytes and stops when there are more than the cap, or keeps the last.
 */
final class Pipe {

    private static final int CHUNK = 8 * 1024;

    private final InputStream in;
    private final int cap;
    private final boolean keepsLast;
    private final Thread thread;
    private byte[] bytes;
    private int size;
    private boolean over;

    private Pipe(InputStream in, int cap, boolean keepsLast) {
        this.in = in;
        this.cap = cap;
        this.keepsLast = keepsLast;
        bytes = new byte[CHUNK];
        // A platform thread, for reading a pipe would hold on to the carrier of a virtual one.
        thread = Thread.ofPlatform().daemon().name("command-output").start(this::read);
    }

    static Pipe first(InputStream in, int cap) {
        return new Pipe(in, cap, false);
    }

    static Pipe last(InputStream in, int cap) {
        return new Pipe(in, cap, true);
    }

    /** Whether more came than may. */
    synchronized boolean isOver() {
        return over;
    }

    /** What came until the stream ended, or within the time given: a process that got away may hold it open. */
    byte[] bytes(Duration patience) throws InterruptedException {
        thread.join(patience);
        return copy();
    }

    private synchronized byte[] copy() {
        return Arrays.copyOfRange(bytes, Math.max(0, keepsLast ? size - cap : 0), size);
    }

    private void read() {
        try (in) {
            var chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0 && add(chunk, count); count = in.read(chunk)) {}
        } catch (IOException _) {
            // The command was killed; what came of its output says nothing then.
        }
    }

    /** Whether more may come. */
    private synchronized boolean add(byte[] chunk, int count) {
        if (size + count > cap) {
            if (!keepsLast) {
                over = true;
                return false;
            }
            int kept = Math.min(size, cap);
            System.arraycopy(bytes, size - kept, bytes, 0, kept);
            size = kept;
        }
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
        }
        System.arraycopy(chunk, 0, bytes, size, count);
        size += count;
        return true;
    }
}
