package io.github.nodesonde.transport;

import io.netty.util.AttributeKey;
import java.util.concurrent.Executor;

/**
 * What has passed over one connection. Confined to the connection's event loop; once the connection has failed it no
 * longer changes, and whoever was told of the failure may read it.
 */
final class Line {

    static final AttributeKey<Line> KEY = AttributeKey.valueOf(Line.class, "line");

    private final Executor loop;
    private int questions;
    private boolean awaiting;
    private boolean heard;

    /** @param loop the connection's event loop */
    Line(Executor loop) {
        this.loop = loop;
    }

    /** Runs something on the event loop, after all that is going on there. */
    void later(Runnable task) {
        loop.execute(task);
    }

    /** A question is about to be sent. */
    void ask() {
        questions++;
        awaiting = true;
        heard = false;
    }

    /** Bytes came. */
    void hear() {
        heard = true;
    }

    /** The last byte of the answer came. */
    void answered() {
        awaiting = false;
    }

    boolean isAwaiting() {
        return awaiting;
    }

    /** Whether anything at all came after the last question. */
    boolean wasHeard() {
        return heard;
    }

    /** Whether the last question was not the first over this connection. */
    boolean isReused() {
        return questions > 1;
    }
}
