package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import io.github.nodesonde.faults.Answering;
import io.github.nodesonde.faults.Conversation;
import io.github.nodesonde.faults.Fault;
import io.github.nodesonde.faults.FaultyServer;
import io.github.nodesonde.transport.NoReply.Why;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NettyTransportTests {

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final String FORBIDDEN_HERE = "127.0.0.9";

    private static final NettyTransport TRANSPORT = new NettyTransport(
            new TransportProperties(2, Duration.ofSeconds(45)),
            policy(List.of(), List.of(FORBIDDEN_HERE + "/32")),
            Clock.systemUTC());

    @AfterAll
    static void close() {
        TRANSPORT.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Fault.HANGS, SHORT, Why.TIMED_OUT, "no answer within 0.5 s"),
                arguments(Fault.DRIPS, SHORT, Why.TIMED_OUT, "no answer within 0.5 s"),
                arguments(Fault.SENDS_INTERIM_ANSWERS_FOREVER, SHORT, Why.TIMED_OUT, "no answer within 0.5 s"),
                arguments(Fault.SENDS_SHORT_BODY, AMPLE, Why.MALFORMED, "the answer ended early"),
                arguments(Fault.SENDS_NO_LAST_CHUNK, AMPLE, Why.MALFORMED, "the answer ended early"),
                arguments(Fault.SENDS_BAD_CHUNK, AMPLE, Why.MALFORMED, "the answer is not HTTP"),
                arguments(Fault.SENDS_200_MB, AMPLE, Why.TOO_LARGE, "the body is over 8 MiB"),
                arguments(Fault.SENDS_LESS_THAN_ITS_LENGTH, SHORT, Why.TIMED_OUT, "no answer within 0.5 s"),
                arguments(Fault.SENDS_200_MB_IN_CHUNKS, AMPLE, Why.TOO_LARGE, "the body is over 8 MiB"),
                arguments(Fault.SENDS_A_MILLION_KEYS, AMPLE, Why.TOO_LARGE, "the body is over 8 MiB"),
                arguments(Fault.SENDS_ENDLESS_TINY_CHUNKS, AMPLE, Why.TOO_LARGE, "the body is over 8 MiB"),
                arguments(Fault.SENDS_GZIP_BOMB, AMPLE, Why.TOO_LARGE, "the body, decompressed, is over 8 MiB"),
                arguments(Fault.SENDS_GZIP_CUT_SHORT, AMPLE, Why.MALFORMED, "the gzip body is broken or ends early"),
                arguments(Fault.SENDS_NO_GZIP_AS_GZIP, AMPLE, Why.MALFORMED, "the gzip body is broken or ends early"),
                arguments(
                        Fault.SENDS_UNKNOWN_CODING,
                        AMPLE,
                        Why.MALFORMED,
                        "the body is compressed in a way that was not asked for"),
                arguments(
                        Fault.CLOSES_BEFORE_ANSWER,
                        AMPLE,
                        Why.UNREACHABLE,
                        "closed before the first byte of an answer"),
                arguments(Fault.RESETS_BEFORE_ANSWER, AMPLE, Why.UNREACHABLE, "connection reset"),
                arguments(Fault.RESETS_MIDWAY, AMPLE, Why.UNREACHABLE, "connection reset"),
                arguments(Fault.CLOSES_WITHIN_HEADERS, AMPLE, Why.MALFORMED, "the answer ended within its headers"),
                arguments(Fault.SENDS_HEADER_OF_1_MB, AMPLE, Why.TOO_LARGE, "the headers are over 16 KiB"),
                arguments(Fault.SWITCHES_PROTOCOLS, AMPLE, Why.MALFORMED, "the status makes no sense"),
                arguments(Fault.SENDS_NONSENSE_STATUS, AMPLE, Why.MALFORMED, "the status makes no sense"),
                arguments(
                        Fault.SENDS_LENGTH_AND_CHUNKS,
                        AMPLE,
                        Why.MALFORMED,
                        "both Content-Length and Transfer-Encoding are given"),
                arguments(Fault.SENDS_TWO_LENGTHS, AMPLE, Why.MALFORMED, "the answer is not HTTP"),
                arguments(Fault.SENDS_GARBAGE, AMPLE, Why.MALFORMED, "the answer is not HTTP"),
                arguments(Fault.SENDS_GARBAGE_AND_CLOSES, AMPLE, Why.MALFORMED, "the answer is not HTTP"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsNamed(Fault fault, Duration deadline, Why why, String message) {
        try (var server = FaultyServer.start(fault)) {
            // More often than there are connections to a host: none may get lost.
            for (int i = 1; i <= 3; i++) {
                NoReply noReply = failure(server.url(), deadline);

                assertThat(noReply.why()).isEqualTo(why);
                assertThat(noReply).hasMessage(message);
                assertThat(server.questions()).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NONE",
                "CLOSES_AFTER_EACH_ANSWER",
                "CLOSES_REUSED_CONNECTION",
                "RESETS_REUSED_CONNECTION",
                "SENDS_INTERIM_ANSWERS_FIRST",
                "SENDS_INTERIM_ANSWERS_APART",
                "SPEAKS_HTTP_1_0",
                "SENDS_MORE_THAN_ASKED"
            })
    void oddityIsNoFault(Fault oddity) throws Exception {
        try (var server = FaultyServer.start(oddity)) {
            for (int i = 0; i < 5; i++) {
                Reply reply = ask(server.url(), AMPLE);

                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.text()).isEqualTo(Fault.BODY);
            }
        }
    }

    @Test
    void whereNothingListensConnectionIsRefused() throws Exception {
        try (Socket silent = FaultyServer.takeSilentPort()) {
            NoReply noReply = failure(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/health"), AMPLE);

            assertThat(noReply.why()).isEqualTo(Why.NO_CONNECTION);
            assertThat(noReply).hasMessage("connection refused");
        }
    }

    @Test
    void hostNameIsResolved() throws Exception {
        try (var server = FaultyServer.start(Fault.NONE)) {
            URI url = URI.create(server.url().toString().replace("127.0.0.1", "localhost"));

            assertThat(ask(url, AMPLE).text()).isEqualTo(Fault.BODY);
        }
    }

    @Test
    void plainTextServerAskedByTlsHasNoConnection() {
        try (var server = FaultyServer.start(Fault.NONE)) {
            URI url = URI.create(server.url().toString().replace("http:", "https:"));

            assertThat(failure(url, SHORT).why().withoutConnection()).isTrue();
        }
    }

    @Test
    void forbiddenAddressIsNeverConnectedTo() {
        try (var decoy = FaultyServer.start(FORBIDDEN_HERE, Fault.NONE)) {
            NoReply noReply = failure(decoy.url(), AMPLE);

            assertThat(noReply.why()).isEqualTo(Why.FORBIDDEN);
            assertThat(noReply).hasMessage("nodesonde.targets.deny covers the address");
            assertThat(decoy.connections()).isZero();
        }
    }

    @Test
    void addressThatIsNotAllowedIsNeverConnectedTo() {
        try (var decoy = FaultyServer.start(FORBIDDEN_HERE, Fault.NONE);
                var allowed = FaultyServer.start(Fault.NONE);
                var narrow = new NettyTransport(
                        new TransportProperties(2, Duration.ofSeconds(45)),
                        policy(List.of("127.0.0.1/32"), List.of()),
                        Clock.systemUTC())) {
            NoReply noReply = catchThrowableOfType(
                    NoReply.class, () -> narrow.ask(new Question.Get(decoy.url()), Access.FREE, AMPLE));

            assertThat(noReply.why()).isEqualTo(Why.FORBIDDEN);
            assertThat(noReply).hasMessage("nodesonde.targets.allow does not cover the address");
            assertThat(decoy.connections()).isZero();
            assertThatCode(() -> narrow.ask(new Question.Get(allowed.url()), Access.FREE, AMPLE))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void mappedAddressIsJudgedByWhatItWraps() {
        try (var decoy = FaultyServer.start(FORBIDDEN_HERE, Fault.NONE)) {
            URI url = URI.create(decoy.url().toString().replace(FORBIDDEN_HERE, "[::ffff:" + FORBIDDEN_HERE + "]"));

            assertThat(failure(url, AMPLE).why()).isEqualTo(Why.FORBIDDEN);
            assertThat(decoy.connections()).isZero();
        }
    }

    @Test
    void ofABeginningNoMoreIsReadThanWasAskedFor() throws Exception {
        try (var server = FaultyServer.start(Fault.SENDS_200_MB)) {
            assertThat(beginning(server.url(), 16).size()).isEqualTo(16);
        }
    }

    @Test
    void shorterBodyThanTheBeginningAskedForIsWhole() throws Exception {
        try (var server = FaultyServer.start(Fault.NONE)) {
            assertThat(beginning(server.url(), 4096).text()).isEqualTo(Fault.BODY);
            assertThat(beginning(server.url(), 3).text()).isEqualTo(Fault.BODY.substring(0, 3));
            assertThat(ask(server.url(), AMPLE).text()).as("afterwards").isEqualTo(Fault.BODY);
        }
    }

    @Test
    void redirectIsAnAnswerAndNotFollowed() throws Exception {
        try (var decoy = FaultyServer.start(Fault.NONE);
                var server = FaultyServer.start(Fault.redirectTo(decoy.url()))) {
            assertThat(ask(server.url(), AMPLE).status()).isEqualTo(302);
            assertThat(decoy.connections()).isZero();
        }
    }

    @Test
    void lateUnavailableIsAnAnswer() throws Exception {
        try (var server = FaultyServer.start(Fault.ANSWERS_LATE)) {
            Reply reply = ask(server.url(), AMPLE);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.text()).isEqualTo(Fault.BODY);
            assertThat(reply.contentType()).isEqualTo("application/json");
        }
    }

    @Test
    void connectionIsKeptForTheNextQuestion() throws Exception {
        try (var server = FaultyServer.start(Fault.NONE)) {
            for (int i = 0; i < 5; i++) {
                ask(server.url(), AMPLE);
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void connectionThatIdledTooLongIsClosedThoughNothingIsAsked() throws Exception {
        var properties = new TransportProperties(2, Duration.ofMillis(200));
        try (var server = FaultyServer.start(Fault.NONE);
                var transport = new NettyTransport(properties, policy(List.of(), List.of()), Clock.systemUTC())) {
            assertThat(transport
                            .ask(new Question.Get(server.url()), Access.FREE, AMPLE)
                            .status())
                    .isEqualTo(200);

            await().atMost(AMPLE).until(() -> server.openConnections() == 0);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void connectionThatBrokeIsNotKept() throws Exception {
        Answering brokenOnce = c -> {
            if (c.question().contains("/broken")) {
                Fault.SENDS_TWO_LENGTHS.answer(c);
            } else {
                c.reply(200, Fault.BODY);
            }
        };
        try (var server = FaultyServer.start(brokenOnce)) {
            failure(server.url("/broken"), AMPLE);

            assertThat(ask(server.url(), AMPLE).text()).isEqualTo(Fault.BODY);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void reusedConnectionClosedByTheServerIsTriedAgainJustOnce() throws Exception {
        Answering onlyTheFirst = c -> {
            if (c.question().contains("/first")) {
                c.reply(200, Fault.BODY);
            } else {
                c.close();
            }
        };
        try (var server = FaultyServer.start(onlyTheFirst)) {
            ask(server.url("/first"), AMPLE);

            assertThat(failure(server.url(), AMPLE).why()).isEqualTo(Why.UNREACHABLE);
            assertThat(server.questions()).isEqualTo(3);
        }
    }

    @Test
    void questionThatGotAByteOfAnswerIsNotPutAgain() throws Exception {
        Answering thenCutShort = c -> {
            if (c.ordinal() == 1) {
                c.reply(200, Fault.BODY);
            } else {
                Fault.SENDS_SHORT_BODY.answer(c);
            }
        };
        try (var server = FaultyServer.start(thenCutShort)) {
            ask(server.url(), AMPLE);

            assertThat(failure(server.url(), AMPLE).why()).isEqualTo(Why.MALFORMED);
            assertThat(server.questions()).isEqualTo(2);
        }
    }

    @Test
    void noMoreThanTwoConnectionsAreMadeToOneHost() {
        try (var server = FaultyServer.start(c -> {
            c.pause(Duration.ofMillis(50));
            c.reply(200, Fault.BODY);
        })) {
            List<CompletableFuture<Integer>> asked =
                    IntStream.range(0, 10).mapToObj(_ -> asking(server.url())).toList();

            assertThat(asked)
                    .allSatisfy(one -> assertThat(one).succeedsWithin(AMPLE).isEqualTo(200));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void nextUrlIsAskedAfterNotFoundOnly() throws Exception {
        Answering elsewhere = c -> {
            if (c.question().startsWith("GET /lost")) {
                c.reply(404, "");
            } else if (c.question().startsWith("GET /busy")) {
                c.reply(503, Fault.BODY);
            } else {
                c.reply(200, Fault.BODY);
            }
        };
        try (var server = FaultyServer.start(elsewhere)) {
            var question = new Question.Get(List.of(server.url("/lost"), server.url("/busy"), server.url("/never")));
            Reply reply = TRANSPORT.ask(question, Access.FREE, AMPLE);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.url()).isEqualTo(server.url("/busy"));
            assertThat(server.questions()).isEqualTo(2);

            Reply last = TRANSPORT.ask(
                    new Question.Get(List.of(server.url("/lost"), server.url("/lost2"))), Access.FREE, AMPLE);
            assertThat(last.status()).isEqualTo(404);
        }
    }

    @Test
    void deadlineHoldsOverAllUrls() {
        try (var server = FaultyServer.start(c -> {
            c.pause(Duration.ofMillis(300));
            c.reply(404, "");
        })) {
            var question = new Question.Get(List.of(server.url("/a"), server.url("/b"), server.url("/c")));
            NoReply noReply = catchThrowableOfType(NoReply.class, () -> TRANSPORT.ask(question, Access.FREE, SHORT));

            assertThat(noReply.why()).isEqualTo(Why.TIMED_OUT);
            assertThat(server.questions()).isEqualTo(2);
        }
    }

    @Test
    void connectionIsClosedWhenTheDeadlineHasPassed() {
        var outcome = new AtomicReference<String>();
        try (var server = FaultyServer.start(c -> {
            c.send(Conversation.head(200, "Content-Length: 1000000"));
            try {
                while (true) {
                    c.send(" ");
                    c.pause(Duration.ofMillis(20));
                }
            } finally {
                outcome.set("closed by the client");
            }
        })) {
            failure(server.url(), SHORT);

            await().atMost(AMPLE).untilAtomic(outcome, org.hamcrest.Matchers.notNullValue());
        }
    }

    @Test
    void headersAreSentAndAnswersUncompressed() throws Exception {
        var question = new AtomicReference<String>("");
        byte[] compressed = Fault.gzip("äöü".getBytes(StandardCharsets.UTF_8));
        try (var server = FaultyServer.start(c -> {
            question.set(c.question());
            c.send(Conversation.head(200, "Content-Encoding: gzip", "Content-Length: " + compressed.length));
            c.send(compressed);
        })) {
            Reply reply = TRANSPORT.ask(
                    new Question.Get(server.url()),
                    new Access(Map.of("Authorization", "Bearer secret"), TlsFiles.NONE),
                    AMPLE);

            assertThat(reply.text()).isEqualTo("äöü");
            assertThat(question.get())
                    .startsWith("GET /health HTTP/1.1\r\n")
                    .containsIgnoringCase("authorization: Bearer secret\r\n")
                    .containsIgnoringCase("accept-encoding: gzip\r\n")
                    .doesNotContainIgnoringCase("upgrade");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDS_200_MB", "SENDS_GZIP_BOMB", "SENDS_HEADER_OF_1_MB"})
    void tooLargeAnswerTakesLittleMemory(Fault fault) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var server = FaultyServer.start(fault)) {
            long before = threads.getTotalThreadAllocatedBytes();
            failure(server.url(), AMPLE);

            assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(96L * 1024 * 1024);
            assertThat(server.bytesSent()).isLessThan(64L * 1024 * 1024);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDS_200_MB", "SENDS_200_MB_IN_CHUNKS", "SENDS_GZIP_BOMB"})
    void howeverManyAnswersAreTooLargeAtOnceEachIsToldSo(Fault fault) {
        try (var narrow = narrow(Room.MOST_OF_A_BODY)) {
            List<FaultyServer> servers =
                    Stream.generate(() -> FaultyServer.start(fault)).limit(60).toList();
            try {
                List<CompletableFuture<Integer>> asked = servers.stream()
                        .map(server -> asking(narrow, server.url(), AMPLE))
                        .toList();

                assertThat(asked)
                        .allSatisfy(one -> assertThat(one)
                                .failsWithin(AMPLE)
                                .withThrowableThat()
                                .havingCause()
                                .isInstanceOfSatisfying(
                                        NoReply.class,
                                        noReply -> assertThat(noReply.why()).isEqualTo(Why.TOO_LARGE)));
            } finally {
                servers.forEach(FaultyServer::close);
            }
        }
    }

    @Test
    void answerAnnouncedTooLargeIsToldSoBeforeItComes() {
        try (var server = FaultyServer.start(c -> {
            c.send(Conversation.head(200, "Content-Length: 200000000"));
            c.hang();
        })) {
            assertThat(failure(server.url(), AMPLE)).hasMessage("the body is over 8 MiB");
        }
    }

    @Test
    void largeAnswersWaitForEachOtherAndAllArrive() {
        String large = " ".repeat(7_000_000);
        byte[] compressed = Fault.gzip(large.getBytes(StandardCharsets.UTF_8));
        Answering plainOrCompressed = c -> {
            if (c.path().equals("/plain")) {
                c.reply(200, large);
            } else {
                c.send(Conversation.head(200, "Content-Encoding: gzip", "Content-Length: " + compressed.length));
                c.send(compressed);
            }
        };
        try (var narrow = narrow(Room.MOST_OF_A_BODY);
                var server = FaultyServer.start(plainOrCompressed);
                var other = FaultyServer.start(plainOrCompressed)) {
            List<CompletableFuture<Integer>> asked = Stream.of(server, other, server, other)
                    .flatMap(each -> Stream.of("/plain", "/compressed", "/plain", "/compressed")
                            .map(path -> asking(narrow, each.url(path), AMPLE)))
                    .toList();

            assertThat(asked)
                    .allSatisfy(one -> assertThat(one).succeedsWithin(AMPLE).isEqualTo(200));
        }
    }

    @Test
    void answerThatFoundNoRoomUntilItsDeadlineIsOurOwnLimit() throws Exception {
        var room = new Room(Room.MOST_OF_A_BODY);
        byte[] compressed = Fault.gzip(new byte[1_000_000]);
        Answering large = c -> {
            if (c.path().equals("/plain")) {
                c.reply(200, "x".repeat(1_000_000));
            } else {
                c.send(Conversation.head(200, "Content-Encoding: gzip", "Content-Length: " + compressed.length));
                c.send(compressed);
            }
        };
        try (var narrow = transport(room);
                var server = FaultyServer.start(large);
                var small = FaultyServer.start(Fault.NONE);
                Room.Share hog = room.share()) {
            assertThat(hog.take(Room.MOST_OF_A_BODY)).isCompleted();

            for (String path : List.of("/plain", "/plain", "/plain", "/compressed")) {
                NoReply noReply = catchThrowableOfType(
                        NoReply.class, () -> narrow.ask(new Question.Get(server.url(path)), Access.FREE, SHORT));
                assertThat(noReply.why()).isEqualTo(Why.NO_ROOM);
                assertThat(noReply).hasMessage("no room just now for a body so large");
            }
            assertThat(narrow.ask(new Question.Get(small.url()), Access.FREE, AMPLE)
                            .status())
                    .isEqualTo(200);
        }
        try (var narrow = transport(new Room(100_000));
                var server = FaultyServer.start(large)) {
            NoReply noReply = catchThrowableOfType(
                    NoReply.class, () -> narrow.ask(new Question.Get(server.url("/plain")), Access.FREE, AMPLE));
            assertThat(noReply).hasMessage("the heap has no room for a body so large");
        }
    }

    @Test
    void bytesThatComeWhileNothingWasAskedEndTheConnection() throws Exception {
        var noticed = new CompletableFuture<Boolean>();
        Answering late = c -> {
            c.reply(200, Fault.BODY);
            if (c.path().equals("/first")) {
                c.pause(Duration.ofMillis(100));
                c.reply(200, "{\"status\":\"of another question\"}");
                noticed.complete(c.isClosedByOther());
            }
        };
        try (var server = FaultyServer.start(late)) {
            ask(server.url("/first"), AMPLE);
            assertThat(noticed).succeedsWithin(AMPLE).isEqualTo(true);

            assertThat(ask(server.url("/second"), AMPLE).text()).isEqualTo(Fault.BODY);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void interruptEndsTheQuestion() throws Exception {
        var thrown = new CompletableFuture<Throwable>();
        try (var server = FaultyServer.start(Fault.HANGS)) {
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    ask(server.url(), AMPLE);
                } catch (Exception e) {
                    thrown.complete(e);
                }
            });
            await().atMost(AMPLE).until(() -> server.questions() == 1);
            asking.interrupt();

            assertThat(thrown).succeedsWithin(AMPLE).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void closedTransportHasGivenBackItsThreads() throws Exception {
        var own = new NettyTransport(
                new TransportProperties(2, Duration.ofSeconds(45)), policy(List.of(), List.of()), Clock.systemUTC());
        try (var server = FaultyServer.start(Fault.NONE)) {
            own.ask(new Question.Get(server.url()), Access.FREE, AMPLE);
            own.close();
            var closed = catchThrowableOfType(
                    Exception.class, () -> own.ask(new Question.Get(server.url()), Access.FREE, SHORT));

            assertThat(closed).isNotNull();
            assertThat(server.questions()).isEqualTo(1);
        }
    }

    private static Reply beginning(URI url, int bytes) throws NoReply, InterruptedException {
        return TRANSPORT.ask(new Question.Beginning(List.of(url), bytes), Access.FREE, AMPLE);
    }

    private static Reply ask(URI url, Duration deadline) throws NoReply, InterruptedException {
        return TRANSPORT.ask(new Question.Get(url), Access.FREE, deadline);
    }

    private static NoReply failure(URI url, Duration deadline) {
        NoReply failure = catchThrowableOfType(NoReply.class, () -> ask(url, deadline));
        assertThat(failure).as("no reply from the faulty server").isNotNull();
        return failure;
    }

    private static NettyTransport narrow(long room) {
        return transport(new Room(room));
    }

    private static NettyTransport transport(Room room) {
        return new NettyTransport(
                new TransportProperties(2, Duration.ofSeconds(45)),
                policy(List.of(), List.of()),
                Clock.systemUTC(),
                room);
    }

    private static CompletableFuture<Integer> asking(URI url) {
        return asking(TRANSPORT, url, AMPLE);
    }

    private static CompletableFuture<Integer> asking(NettyTransport transport, URI url, Duration deadline) {
        var status = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> {
            try {
                status.complete(transport
                        .ask(new Question.Get(url), Access.FREE, deadline)
                        .status());
            } catch (Exception e) {
                status.completeExceptionally(e);
            }
        });
        return status;
    }

    private static TargetPolicy policy(List<String> allow, List<String> deny) {
        return new TargetPolicy(new TargetProperties(allow, deny));
    }
}
