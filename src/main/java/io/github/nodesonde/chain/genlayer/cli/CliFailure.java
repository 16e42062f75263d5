package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.command.NoOutput;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.RoundFailure;
import java.util.Optional;

/** One run of the tool brought nothing. The message is for people, printable, and names neither URLs nor credentials. */
final class CliFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final boolean rateLimited;

    private CliFailure(Reason reason, String message, boolean rateLimited) {
        super(message);
        this.reason = reason;
        this.rateLimited = rateLimited;
    }

    CliFailure(Reason reason, String message) {
        this(reason, message, false);
    }

    static CliFailure of(NoOutput failure) {
        return new CliFailure(reason(failure.why()), String.valueOf(failure.getMessage()));
    }

    static CliFailure of(UnreadableOutput failure) {
        return new CliFailure(Reason.MALFORMED, String.valueOf(failure.getMessage()));
    }

    /** The tool says itself that it failed. */
    static CliFailure of(Complaint complaint) {
        return new CliFailure(Reason.REFUSED, complaint.words(), complaint.isAboutRate());
    }

    Reason reason() {
        return reason;
    }

    /** Whether the tool's endpoint was asked too much: then it should be left alone, not asked for the rest. */
    boolean isRateLimited() {
        return rateLimited;
    }

    RoundFailure ofRound() {
        String message = String.valueOf(getMessage());
        return rateLimited ? RoundFailure.rateLimited(message, Optional.empty()) : new RoundFailure(reason, message);
    }

    private static Reason reason(NoOutput.Why why) {
        return switch (why) {
            case NOT_STARTED -> Reason.UNREACHABLE;
            case TIMED_OUT -> Reason.TIMED_OUT;
            case TOO_LARGE -> Reason.TOO_LARGE;
            case MALFORMED -> Reason.MALFORMED;
            case NO_HOME -> Reason.INTERNAL;
        };
    }
}
