package io.github.nodesonde.transport;

import java.io.IOException;

/** Tells a want of file descriptors, which is our own fault, from what the other side does to a connection. */
final class Descriptors {

    /** How the system words it; nothing else of it survives every way by which it gets here. */
    private static final String NONE_LEFT = "Too many open files";

    private Descriptors() {}

    static boolean ranOut(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof IOException && String.valueOf(t.getMessage()).contains(NONE_LEFT)) {
                return true;
            }
        }
        return false;
    }
}
