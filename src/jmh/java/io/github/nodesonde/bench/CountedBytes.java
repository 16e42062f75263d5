package io.github.nodesonde.bench;

import java.io.OutputStream;

/** Takes what is written, and keeps nothing but how much it was. */
public final class CountedBytes extends OutputStream {

    private long count;

    public long count() {
        return count;
    }

    @Override
    public void write(int b) {
        count++;
    }

    @Override
    public void write(byte[] b, int offset, int length) {
        count += length;
    }
}
