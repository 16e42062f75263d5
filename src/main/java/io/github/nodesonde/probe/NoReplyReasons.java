package io.github.nodesonde.probe;

import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.transport.NoReply;

/** What it is called, everywhere, that a question got no reply. */
final class NoReplyReasons {

    private NoReplyReasons() {}

    static Reason of(NoReply.Why why) {
        return switch (why) {
            case UNREACHABLE, NO_CONNECTION -> Reason.UNREACHABLE;
            case TIMED_OUT, CONNECT_TIMED_OUT -> Reason.TIMED_OUT;
            case MALFORMED -> Reason.MALFORMED;
            case TOO_LARGE -> Reason.TOO_LARGE;
            case FORBIDDEN -> Reason.FORBIDDEN;
            case UNUSABLE_FILE, NO_ROOM -> Reason.INTERNAL;
        };
    }
}
