package io.github.nodesonde.probe;

import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.text.NodeText;
import io.github.nodesonde.text.PrintableText;
import io.github.nodesonde.transport.NoReply;
import java.time.Duration;
import java.util.Optional;

/**
 * A round about a network that brought nothing. The message is for people; whatever it quotes is made short and printable,
 * and loses the URLs and IP
 * addresses in it.
 */
public final class RoundFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final boolean asksForPatience;
    private final transient Optional<Duration> retryAfter;

    private RoundFailure(Reason reason, String message, boolean asksForPatience, Optional<Duration> retryAfter) {
        super(PrintableText.of(NodeText.withoutAddresses(message)));
        this.reason = reason;
        this.asksForPatience = asksForPatience;
        this.retryAfter = retryAfter;
    }

    public RoundFailure(Reason reason, String message) {
        this(reason, message, false, Optional.empty());
    }

    public static RoundFailure of(NoReply failure) {
        return new RoundFailure(NoReplyReasons.of(failure.why()), String.valueOf(failure.getMessage()));
    }

    public static RoundFailure of(BadAnswer failure) {
        return new RoundFailure(failure.reason(), String.valueOf(failure.getMessage()));
    }

    /**
     * Refused because too much was asked: the next round waits longer, and longer each time.
     *
     * @param retryAfter how long the other side wants to be left alone at least, where it says so
     */
    public static RoundFailure rateLimited(String message, Optional<Duration> retryAfter) {
        return new RoundFailure(Reason.REFUSED, message, true, retryAfter);
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the other side refused because too much was asked. */
    public boolean asksForPatience() {
        return asksForPatience;
    }

    /** How long the other side wants to be left alone at least; empty where it does not say. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
