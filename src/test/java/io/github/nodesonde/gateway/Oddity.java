package io.github.nodesonde.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.nodesonde.faults.Answering;
import io.github.nodesonde.faults.Conversation;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Odd answers that can be read at least in part, and what the gateway is to make of them. */
enum Oddity {
    CLOSES_AFTER_EACH_ANSWER(kind -> kind.well().thenClosing()),
    SPEAKS_HTTP_1_0(kind -> answering(kind, (c, body) -> {
        c.send(joined("HTTP/1.0 200 OK\r\n\r\n".getBytes(ISO_8859_1), body));
        c.close();
    })),
    SENDS_INTERIM_ANSWERS_FIRST(kind -> answering(kind, (c, body) -> {
        c.send(Conversation.head(100) + Conversation.head(103, "Link: </x>"));
        c.reply(200, "text/plain", body);
    })),
    /** In one piece: what comes after the next question was put can be told from its answer by nobody. */
    SENDS_MORE_THAN_ASKED(kind -> answering(
            kind,
            (c, body) -> c.send(joined(
                    Conversation.head(200, "Content-Length: " + body.length).getBytes(ISO_8859_1),
                    body,
                    (Conversation.head(200, "Content-Length: 7") + "{\"a\":1}").getBytes(ISO_8859_1))))),
    HAS_THE_WRONG_CONTENT_TYPE(kind -> answering(kind, (c, body) -> c.reply(200, "image/png", body))),
    STARTS_WITH_A_BYTE_ORDER_MARK(kind ->
            answering(kind, (c, body) -> c.reply(200, "text/plain", joined("\uFEFF".getBytes(UTF_8), body)))),
    /** Its Date and the time at which its process began. */
    HAS_ITS_CLOCK_AN_HOUR_AHEAD(kind -> withClock(kind, 1)),
    HAS_ITS_CLOCK_AN_HOUR_BEHIND(kind -> withClock(kind, -1)),
    /** Flawless but for having nothing in it. */
    SENDS_NOTHING(
            kind -> WatchedKind.serving(c -> c.reply(200, ""), c -> c.reply(200, "")),
            _ -> Optional.of("malformed: the body is not a JSON object"),
            _ -> Optional.empty()),
    SENDS_SOME_LINES_THAT_ARE_NO_UTF_8(
            kind -> answering(
                    kind,
                    (c, body) -> c.reply(200, "text/plain", joined("\u00C3(\u00FF {\n".getBytes(ISO_8859_1), body))),
            _ -> Optional.of("malformed: the body is not UTF-8"),
            kind -> Optional.of(kind.valueOfPage())),
    SAYS_EVERYTHING_TWICE(
            kind -> WatchedKind.serving(
                    c -> c.reply(200, with(kind, "\"status\":\"down\"")),
                    c -> c.reply(200, "text/plain", kind.pageSayingAlso("99999"))),
            _ -> Optional.of("malformed: the body is not valid JSON: a key occurs twice or something follows (line 1"),
            kind -> Optional.of(kind.valueOfPage())),
    SAYS_NAN(
            kind -> saying(kind, "NaN"),
            _ -> Optional.of("malformed: the body is not valid JSON (line 1"),
            kind -> passedThrough(kind, Double.NaN)),
    SAYS_1E999(
            kind -> saying(kind, "1e999"),
            _ -> Optional.of("malformed: the body is not valid JSON: a number is out of range"),
            kind -> passedThrough(kind, Double.POSITIVE_INFINITY)),
    SAYS_2_TO_THE_63(
            kind -> saying(kind, "9223372036854775808"),
            kind -> kind == WatchedKind.LEAN
                    ? Optional.of("malformed: slot is not a whole number from 0 to 9007199254740992")
                    : Optional.empty(),
            kind -> passedThrough(kind, 0x1p63));

    // Every one is a lambda that captures nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<WatchedKind, Answering> answering;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<WatchedKind, Optional<String>> failureOfHealth;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<WatchedKind, Optional<Double>> valueOfPage;

    Oddity(Function<WatchedKind, Answering> answering) {
        this(answering, _ -> Optional.empty(), kind -> Optional.of(kind.valueOfPage()));
    }

    Oddity(
            Function<WatchedKind, Answering> answering,
            Function<WatchedKind, Optional<String>> failureOfHealth,
            Function<WatchedKind, Optional<Double>> valueOfPage) {
        this.answering = answering;
        this.failureOfHealth = failureOfHealth;
        this.valueOfPage = valueOfPage;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Answering answering(WatchedKind kind) {
        return answering.apply(kind);
    }

    /** Why its health cannot be read, or the beginning of it; empty when it can. */
    Optional<String> failureOfHealth(WatchedKind kind) {
        return failureOfHealth.apply(kind);
    }

    /** What {@link WatchedKind#seriesOfPage} is to have for a value; empty when there is to be no such series. */
    Optional<Double> valueOfPage(WatchedKind kind) {
        return valueOfPage.apply(kind);
    }

    private static Answering answering(WatchedKind kind, Speech speech) {
        return WatchedKind.serving(c -> speech.say(c, kind.health().getBytes(UTF_8)), c -> speech.say(c, kind.page()));
    }

    private static Answering saying(WatchedKind kind, String number) {
        return WatchedKind.serving(
                c -> c.reply(
                        200,
                        kind == WatchedKind.LEAN
                                ? kind.health().replace("12345", number)
                                : with(kind, "\"x\":" + number)),
                c -> c.reply(200, "text/plain", kind.page(number)));
    }

    private static Answering withClock(WatchedKind kind, int hours) {
        return answering(kind, (c, body) -> {
            Instant there = Instant.now().plus(hours, ChronoUnit.HOURS);
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(there.atOffset(ZoneOffset.UTC));
            byte[] page = new String(body, UTF_8)
                    .replaceFirst(
                            "(?m)^((?:leanspec_)?process_start_time_seconds(?:\\{[^}]*})?) .*$",
                            "$1 " + there.getEpochSecond())
                    .getBytes(UTF_8);
            c.send(Conversation.head(200, "Date: " + date, "Content-Length: " + page.length));
            c.send(page);
        });
    }

    /** A number that is no count: the contract's series of it is absent, the node's own is what the node says. */
    private static Optional<Double> passedThrough(WatchedKind kind, double number) {
        return kind == WatchedKind.LEAN ? Optional.empty() : Optional.of(number);
    }

    private static String with(WatchedKind kind, String member) {
        return kind.health().replaceFirst("}$", "," + member + "}");
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    @FunctionalInterface
    private interface Speech {

        void say(Conversation conversation, byte[] body) throws java.io.IOException, InterruptedException;
    }
}
