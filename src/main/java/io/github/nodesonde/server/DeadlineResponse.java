package io.github.nodesonde.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/** An answer that takes no more bytes once its time is over. Not thread-safe. */
final class DeadlineResponse extends HttpServletResponseWrapper {

    private final Duration longest;
    private @Nullable Long end;
    private boolean cut;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    DeadlineResponse(HttpServletResponse response, Duration longest) {
        super(response);
        this.longest = longest;
    }

    /** Whether something was left unsent. */
    boolean isCut() {
        return cut;
    }

    /** What the server takes for the reader's doing, and so neither logs nor answers. */
    static ClientAbortException cut() {
        return new ClientAbortException("the reader took too long");
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new BoundedStream(super.getOutputStream());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new BoundedWriter(super.getWriter()));
        }
        return writer;
    }

    private void check() throws IOException {
        long now = System.nanoTime();
        if (end == null) {
            end = now + longest.toNanos();
        } else if (now - end > 0) {
            cut = true;
            throw cut();
        }
    }

    private final class BoundedStream extends ServletOutputStream {

        private final ServletOutputStream out;

        BoundedStream(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            check();
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            check();
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            check();
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }

    private final class BoundedWriter extends FilterWriter {

        BoundedWriter(Writer out) {
            super(out);
        }

        @Override
        public void write(int c) throws IOException {
            check();
            super.write(c);
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            check();
            super.write(text, offset, length);
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            check();
            super.write(text, offset, length);
        }

        @Override
        public void flush() throws IOException {
            check();
            super.flush();
        }
    }
}
