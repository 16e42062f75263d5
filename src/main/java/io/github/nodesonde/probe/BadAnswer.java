package io.github.nodesonde.probe;

import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.text.PrintableText;
import io.github.nodesonde.transport.Reply;

/** A reply that is no answer. The message is for people; whatever it quotes of the reply is made short and printable. */
public final class BadAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private BadAnswer(Reason reason, String message) {
        super(PrintableText.of(message));
        this.reason = reason;
    }

    /** The status says that this question is not answered here. */
    public static BadAnswer refused(Reply reply) {
        return new BadAnswer(Reason.REFUSED, "HTTP status " + reply.status());
    }

    /** The body cannot be read as what it should be. */
    public static BadAnswer malformed(String why) {
        return new BadAnswer(Reason.MALFORMED, why);
    }

    public Reason reason() {
        return reason;
    }
}
