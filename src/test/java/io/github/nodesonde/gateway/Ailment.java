package io.github.nodesonde.gateway;

import io.github.nodesonde.faults.Answering;
import io.github.nodesonde.faults.Fault;
import java.net.URI;
import java.util.Locale;
import java.util.function.Function;

/** What a node may do instead of answering, and what the gateway is to say of it. */
enum Ailment {
    /** Never gets to answer: nothing listens. */
    REFUSES(Fault.CLOSES_BEFORE_ANSWER, "unreachable", "connection refused"),
    HANGS(Fault.HANGS, "timed-out", "no answer within 1 s"),
    DRIPS(Fault.DRIPS, "timed-out", "no answer within 1 s"),
    SENDS_HTML(
            Fault.SENDS_HTML,
            "malformed",
            "the body is markup, not JSON",
            "the body is no metrics page: line 1 is no sample, and none follows:" + " '<!doctype html><p>Welcome</p>'"),
    CUTS_JSON(
            Fault.SENDS_CUT_JSON,
            "malformed",
            "the body is not valid JSON (line 1, column 26)",
            "the body is no metrics page: line 1 is no sample, and none follows: '{\"status\":\"up\",\"checks\":{'"),
    ENDS_EARLY(Fault.SENDS_SHORT_BODY, "malformed", "the answer ended early"),
    SENDS_200_MB(Fault.SENDS_200_MB, "too-large", "the body is over 8 MiB"),
    SENDS_GZIP_BOMB(Fault.SENDS_GZIP_BOMB, "too-large", "the body, decompressed, is over 8 MiB"),
    REDIRECTS(Fault::redirectTo, "refused", "HTTP status 302");

    // Every one is a lambda that captures nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<URI, Answering> answering;

    private final String reason;
    private final String detailOfHealth;
    private final String detailOfMetrics;

    Ailment(Answering answering, String reason, String detail) {
        this(_ -> answering, reason, detail, detail);
    }

    Ailment(Answering answering, String reason, String detailOfHealth, String detailOfMetrics) {
        this(_ -> answering, reason, detailOfHealth, detailOfMetrics);
    }

    Ailment(Function<URI, Answering> answering, String reason, String detail) {
        this(answering, reason, detail, detail);
    }

    Ailment(Function<URI, Answering> answering, String reason, String detailOfHealth, String detailOfMetrics) {
        this.answering = answering;
        this.reason = reason;
        this.detailOfHealth = detailOfHealth;
        this.detailOfMetrics = detailOfMetrics;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String reason() {
        return reason;
    }

    String detailOfHealth() {
        return detailOfHealth;
    }

    String detailOfMetrics() {
        return detailOfMetrics;
    }

    /** @param elsewhere where the node sends those on who ask it */
    Answering answering(URI elsewhere) {
        return answering.apply(elsewhere);
    }
}
