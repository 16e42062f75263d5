package io.github.nodesonde.gateway;

import io.github.nodesonde.faults.Answering;
import io.github.nodesonde.faults.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** What a node may do instead of answering, and what the gateway is to say of it. */
enum Ailment {
    /** Never gets to answer: nothing listens. */
    REFUSES(Fault.CLOSES_BEFORE_ANSWER, "unreachable", "connection refused"),
    /** Is asked by TLS, and never gets to answer. */
    HANGS_IN_TLS(Fault.HANGS, "timed-out", "no connection within 4 s"),
    CLOSES(Fault.CLOSES_BEFORE_ANSWER, "unreachable", "closed before the first byte of an answer"),
    RESETS_MIDWAY(Fault.RESETS_MIDWAY, "unreachable", "connection reset"),
    HANGS(Fault.HANGS, "timed-out", "no answer within 4 s"),
    DRIPS(Fault.DRIPS, "timed-out", "no answer within 4 s"),
    ANSWERS_TOO_LATE(Fault.NONE.after(Duration.ofSeconds(6)), "timed-out", "no answer within 4 s"),
    FLOODS_WITH_INTERIM_ANSWERS(Fault.SENDS_INTERIM_ANSWERS_FOREVER, "timed-out", "no answer within 4 s"),
    SENDS_LESS_THAN_ITS_LENGTH(Fault.SENDS_LESS_THAN_ITS_LENGTH, "timed-out", "no answer within 4 s"),
    SENDS_MORE_THAN_ITS_LENGTH(
            Fault.SENDS_MORE_THAN_ITS_LENGTH,
            "malformed",
            "the body is not valid JSON (line 1, column 15)",
            noPage("{\"status\":\"up\"")),
    SENDS_HTML(Fault.SENDS_HTML, "malformed", "the body is markup, not JSON", noPage("<!doctype html><p>Welcome</p>")),
    CUTS_JSON(
            Fault.SENDS_CUT_JSON,
            "malformed",
            "the body is not valid JSON (line 1, column 26)",
            noPage("{\"status\":\"up\",\"checks\":{")),
    ENDS_EARLY(Fault.SENDS_SHORT_BODY, "malformed", "the answer ended early"),
    ENDS_WITHIN_HEADERS(Fault.CLOSES_WITHIN_HEADERS, "malformed", "the answer ended within its headers"),
    ENDS_WITHOUT_LAST_CHUNK(Fault.SENDS_NO_LAST_CHUNK, "malformed", "the answer ended early"),
    CUTS_GZIP(Fault.SENDS_GZIP_CUT_SHORT, "malformed", "the gzip body is broken or ends early"),
    SENDS_NO_GZIP_AS_GZIP(Fault.SENDS_NO_GZIP_AS_GZIP, "malformed", "the gzip body is broken or ends early"),
    SENDS_NO_UTF_8(Fault.SENDS_NO_UTF_8, "malformed", "the body is not UTF-8", noPage("\uFFFD(\uFFFD\uFFFD")),
    NESTS_DEEPLY(
            Fault.SENDS_DEEP_NESTING,
            "malformed",
            "the body is not acceptable JSON: too deep, too many or too long values",
            noPage("[".repeat(100))),
    SENDS_MANY_KEYS(
            Fault.SENDS_MANY_KEYS,
            "malformed",
            "the body is not acceptable JSON: too deep, too many or too long values",
            noPage("{\"status\":\"up\",\"0\":1,\"1\":1,\"2\":1,\"3\":1,\"4\":1")),
    SWAPS_ITS_ANSWERS(
            (kind, _) ->
                    WatchedKind.serving(c -> c.reply(200, "text/plain", kind.page()), c -> c.reply(200, kind.health())),
            "malformed",
            "the body is not valid JSON (line 1, column 1)",
            noPage("%s")),
    SENDS_LENGTH_AND_CHUNKS(
            Fault.SENDS_LENGTH_AND_CHUNKS, "malformed", "both Content-Length and Transfer-Encoding are given"),
    SENDS_TWO_LENGTHS(Fault.SENDS_TWO_LENGTHS, "malformed", "the answer is not HTTP"),
    SPEAKS_NO_HTTP(Fault.SENDS_GARBAGE, "malformed", "the answer is not HTTP"),
    SWITCHES_PROTOCOLS(Fault.SWITCHES_PROTOCOLS, "malformed", "the status makes no sense"),
    SENDS_200_MB(Fault.SENDS_200_MB, "too-large", "the body is over 8 MiB"),
    SENDS_200_MB_IN_CHUNKS(Fault.SENDS_200_MB_IN_CHUNKS, "too-large", "the body is over 8 MiB"),
    SENDS_TINY_CHUNKS_FOREVER(Fault.SENDS_ENDLESS_TINY_CHUNKS, "too-large", "the body is over 8 MiB"),
    SENDS_A_MILLION_KEYS(Fault.SENDS_A_MILLION_KEYS, "too-large", "the body is over 8 MiB"),
    SENDS_GZIP_BOMB(Fault.SENDS_GZIP_BOMB, "too-large", "the body, decompressed, is over 8 MiB"),
    SENDS_HEADER_OF_1_MB(Fault.SENDS_HEADER_OF_1_MB, "too-large", "the headers are over 16 KiB"),
    REDIRECTS((_, decoy) -> Fault.redirectTo(decoy), "refused", "HTTP status 302"),
    REDIRECTS_IN_A_LOOP(Fault.redirectTo(URI.create("/health")), "refused", "HTTP status 302"),
    REDIRECTS_TO_A_FILE(Fault.redirectTo(URI.create("file:///dev/null")), "refused", "HTTP status 302");

    // Every one is a lambda that captures nothing that changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Symptom symptom;

    private final String reason;
    private final String detailOfHealth;
    private final String detailOfMetrics;

    Ailment(Answering answering, String reason, String detail) {
        this((_, _) -> answering, reason, detail, detail);
    }

    Ailment(Answering answering, String reason, String detailOfHealth, String detailOfMetrics) {
        this((_, _) -> answering, reason, detailOfHealth, detailOfMetrics);
    }

    Ailment(Symptom symptom, String reason, String detail) {
        this(symptom, reason, detail, detail);
    }

    Ailment(Symptom symptom, String reason, String detailOfHealth, String detailOfMetrics) {
        this.symptom = symptom;
        this.reason = reason;
        this.detailOfHealth = detailOfHealth;
        this.detailOfMetrics = detailOfMetrics;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a node that has it has it everywhere. */
    boolean isOfConnections() {
        return this == REFUSES || this == HANGS_IN_TLS;
    }

    /** Whether it sends without end, or nearly so. */
    boolean isFlood() {
        return reason.equals("too-large") || this == FLOODS_WITH_INTERIM_ANSWERS;
    }

    String reason() {
        return reason;
    }

    String detailOfHealth() {
        return detailOfHealth;
    }

    String detailOfMetrics(WatchedKind kind) {
        return detailOfMetrics.formatted(excerpt(kind.health()));
    }

    /** @param elsewhere where the node sends those on who ask it */
    Answering answering(WatchedKind kind, URI elsewhere) {
        return symptom.of(kind, elsewhere);
    }

    private static String noPage(String line) {
        return "the body is no metrics page: line 1 is no sample, and none follows: '" + excerpt(line) + "'";
    }

    /** As much of a line as is quoted. */
    private static String excerpt(String line) {
        return line.length() <= 40 ? line : line.substring(0, 39) + "…";
    }

    @FunctionalInterface
    private interface Symptom {

        Answering of(WatchedKind kind, URI elsewhere);
    }
}
