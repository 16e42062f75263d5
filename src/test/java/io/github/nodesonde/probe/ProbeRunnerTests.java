package io.github.nodesonde.probe;

import static io.github.nodesonde.probe.Samples.NOON;
import static io.github.nodesonde.probe.Samples.answered;
import static io.github.nodesonde.probe.Samples.node;
import static io.github.nodesonde.probe.Samples.probe;
import static io.github.nodesonde.probe.Samples.reply;
import static io.github.nodesonde.probe.Samples.to;
import static io.github.nodesonde.probe.Samples.unasked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.Certificates;
import io.github.nodesonde.observation.NodeLog;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.testing.HandSetClock;
import io.github.nodesonde.testing.LogCapture;
import io.github.nodesonde.transport.CertificateEnds;
import io.github.nodesonde.transport.NoReply;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import io.github.nodesonde.transport.TlsFiles;
import io.github.nodesonde.transport.Transport;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeRunnerTests {

    private static final Duration SIX_SECONDS = Duration.ofSeconds(6);

    private final HandSetClock clock = new HandSetClock(NOON);
    private final Node node = node("a");

    @Test
    void answerIsStampedWithTheInstantItWasReceived() throws Exception {
        Transport slow = (_, _, _) -> {
            clock.advance(Duration.ofSeconds(2));
            return reply("{}", clock.instant());
        };
        Round.Outcome outcome = run(slow, probe("health"));

        assertThat(outcome.result()).isEqualTo(answered());
        assertThat(outcome.at()).isEqualTo(NOON.plusSeconds(2));
        assertThat(outcome.took()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void probeReadsWithWhatWasKnownWhenItAsked() throws Exception {
        var asked = new AtomicReference<NodeSnapshot>();
        var read = new AtomicReference<NodeSnapshot>();
        NodeProbe.OfNode probe = new NodeProbe.OfNode() {
            @Override
            public String type() {
                return Samples.TYPE;
            }

            @Override
            public String name() {
                return "pages";
            }

            @Override
            public Optional<Question> question(NodeSnapshot newest) {
                asked.set(newest);
                return Optional.of(to(newest.node(), "/"));
            }

            @Override
            public ProbeResult read(NodeSnapshot seen, Reply reply) {
                read.set(seen);
                return answered();
            }
        };

        run(answering(), probe);

        assertThat(read.get()).isNotNull().isSameAs(asked.get());
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, UNREACHABLE",
        "NO_CONNECTION, UNREACHABLE",
        "TIMED_OUT, TIMED_OUT",
        "CONNECT_TIMED_OUT, TIMED_OUT",
        "MALFORMED, MALFORMED",
        "TOO_LARGE, TOO_LARGE",
        "FORBIDDEN, FORBIDDEN",
        "UNUSABLE_FILE, INTERNAL",
        "NO_ROOM, INTERNAL"
    })
    void missingReplyIsFailedForItsReason(NoReply.Why why, Reason reason) throws Exception {
        Transport failing = (_, _, _) -> {
            clock.advance(Duration.ofSeconds(1));
            throw new NoReply(why, "in words");
        };
        Round.Outcome outcome = run(failing, probe("health"));

        assertThat(outcome.result()).isEqualTo(new ProbeResult.Failed(reason, "in words"));
        assertThat(outcome.took()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void endsOfCertificatesAreKeptWhateverBecomesOfTheReply() throws Exception {
        Instant nodes = NOON.plusSeconds(10);
        Instant own = NOON.plusSeconds(20);
        Transport secured = (_, _, _) -> new Reply(
                URI.create("https://a.test:9000/"),
                500,
                "",
                new byte[0],
                NOON,
                new CertificateEnds(Optional.of(nodes), Optional.of(own)));
        NodeProbe.OfNode strict = probe("health", seen -> Optional.of(to(seen.node(), "/")), reply -> {
            throw BadAnswer.refused(reply);
        });

        for (NodeProbe.OfNode asked : List.of(probe("health"), strict)) {
            assertThat(run(secured, asked).certificates())
                    .isEqualTo(new Certificates(Optional.of(nodes), Optional.of(own)));
        }
        assertThat(run(answering(), probe("health")).certificates()).isEqualTo(Certificates.NONE);
    }

    @Test
    void placesOfTlsFilesAreHandedOn() throws Exception {
        var tls = new Credentials.Tls(
                Optional.of(Path.of("ca")), Optional.of(Path.of("crt")), Optional.of(Path.of("key")), Optional.of("n"));
        Node guarded = node(
                "a",
                Duration.ofSeconds(15),
                SIX_SECONDS,
                Set.of(),
                new Credentials(Optional.empty(), Optional.empty(), Map.of(), tls));
        var spoken = new AtomicReference<TlsFiles>();
        Transport recording = (_, access, _) -> {
            spoken.set(access.tls());
            return reply("{}");
        };
        new ProbeRunner(recording, clock, new NodeLog(List.of()), clock::nanos)
                .run(probe("x"), unasked(guarded), new DeadAddresses(), SIX_SECONDS);

        assertThat(spoken.get()).isEqualTo(new TlsFiles(tls.ca(), tls.certificate(), tls.key(), tls.serverName()));
    }

    @Test
    void badAnswerIsFailedForItsReason() throws Exception {
        NodeProbe.OfNode strict = probe("health", seen -> Optional.of(to(seen.node(), "/")), reply -> {
            throw BadAnswer.refused(reply);
        });

        assertThat(run(answering(), strict).result())
                .isEqualTo(new ProbeResult.Failed(Reason.REFUSED, "HTTP status 200"));
    }

    @Test
    void skipIsKept() throws Exception {
        var skipped = new ProbeResult.Skipped("offers none");

        assertThat(run(answering(), probe("x", seen -> Optional.of(to(seen.node(), "/")), _ -> skipped))
                        .result())
                .isEqualTo(skipped);
    }

    @Test
    void probeWithoutQuestionDoesNotApply() throws Exception {
        NodeProbe.OfNode none = probe("x", _ -> Optional.empty(), _ -> answered());

        assertThat(new ProbeRunner(answering(), clock, new NodeLog(List.of()), clock::nanos)
                        .run(none, unasked(node), new DeadAddresses(), SIX_SECONDS))
                .isEmpty();
    }

    @Test
    void bugIsInternalAndLoggedOnceWithItsStackTrace() throws Exception {
        NodeProbe.OfNode buggy = probe("health", seen -> Optional.of(to(seen.node(), "/")), _ -> {
            throw new IllegalStateException("quotes http://a.test:9000/\nevil");
        });
        try (var logged = new LogCapture(ProbeRunner.class)) {
            Round.Outcome first = run(answering(), buggy);
            NodeSnapshot then = unasked(node).with("health", first);
            new ProbeRunner(answering(), clock, new NodeLog(List.of()), clock::nanos)
                    .run(buggy, then, new DeadAddresses(), SIX_SECONDS);

            assertThat(first.result())
                    .isEqualTo(new ProbeResult.Failed(Reason.INTERNAL, "the gateway failed: IllegalStateException"));
            assertThat(logged.events()).singleElement().satisfies(event -> {
                assertThat(event.getThrowableProxy().getMessage()).doesNotContain("\n");
                assertThat(event.getThrowableProxy().getStackTraceElementProxyArray())
                        .isNotEmpty();
                assertThat(LogCapture.fields(event)).containsEntry("node", "a").containsEntry("probe", "health");
            });
        }
    }

    @Test
    void bugWhileMakingTheQuestionIsInternalToo() throws Exception {
        NodeProbe.OfNode buggy = probe(
                "health",
                _ -> {
                    throw new IllegalArgumentException("no");
                },
                _ -> answered());
        try (var _ = new LogCapture(ProbeRunner.class)) {
            assertThat(run(answering(), buggy).result())
                    .isEqualTo(new ProbeResult.Failed(Reason.INTERNAL, "the gateway failed: IllegalArgumentException"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://b.test:9000/health",
                "http://a.test:9001/health",
                "https://a.test:9000/health",
                "http://a.test/health",
                "file:///etc/passwd",
                "/health"
            })
    void questionToAnotherAddressIsForbidden(String url) throws Exception {
        NodeProbe.OfNode astray = probe(
                "x",
                seen -> Optional.of(new Question.Get(List.of(URI.create("http://a.test:9000/"), URI.create(url)))),
                _ -> answered());

        assertThat(run(neverAsked(), astray).result())
                .isEqualTo(
                        new ProbeResult.Failed(Reason.FORBIDDEN, "the question leads away from the node's own URLs"));
    }

    @Test
    void hostIsComparedWithoutCase() throws Exception {
        NodeProbe.OfNode shouting =
                probe("x", _ -> Optional.of(new Question.Get(URI.create("HTTP://A.TEST:9000/"))), _ -> answered());

        assertThat(run(answering(), shouting).result()).isEqualTo(answered());
    }

    @Test
    void whenTheTimeIsUpNothingIsAsked() throws Exception {
        Round.Outcome outcome = new ProbeRunner(neverAsked(), clock, new NodeLog(List.of()), clock::nanos)
                .run(probe("x"), unasked(node), new DeadAddresses(), Duration.ZERO)
                .orElseThrow();

        assertThat(outcome)
                .isEqualTo(new Round.Outcome(
                        new ProbeResult.Failed(Reason.TIMED_OUT, "not asked: the time of the round was up"),
                        NOON,
                        Duration.ZERO));
    }

    @Test
    void credentialsAreSent(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "s3cret");
        Node guarded = node(
                "a",
                Duration.ofSeconds(15),
                SIX_SECONDS,
                Set.of(),
                new Credentials(Optional.of(file), Optional.empty(), Map.of()));
        var sent = new AtomicReference<Map<String, String>>();
        Transport recording = (_, access, _) -> {
            sent.set(access.headers());
            return reply("{}");
        };
        new ProbeRunner(recording, clock, new NodeLog(List.of()), clock::nanos)
                .run(probe("x"), unasked(guarded), new DeadAddresses(), SIX_SECONDS);
        assertThat(sent.get()).containsEntry("Authorization", "Bearer s3cret");

        Files.writeString(file, "r3newed");
        new ProbeRunner(recording, clock, new NodeLog(List.of()), clock::nanos)
                .run(probe("x"), unasked(guarded), new DeadAddresses(), SIX_SECONDS);
        assertThat(sent.get()).containsEntry("Authorization", "Bearer r3newed");

        Files.delete(file);
        assertThat(new ProbeRunner(neverAsked(), clock, new NodeLog(List.of()), clock::nanos)
                        .run(probe("x"), unasked(guarded), new DeadAddresses(), SIX_SECONDS)
                        .orElseThrow()
                        .result())
                .isEqualTo(new ProbeResult.Failed(
                        Reason.INTERNAL, "the file that bearer-token-file names cannot be read"));
    }

    @Test
    void clockSetBackMakesNoNegativeDuration() throws Exception {
        Transport timeTraveller = (_, _, _) -> reply("{}", NOON.minusSeconds(3600));

        assertThat(run(timeTraveller, probe("x")).took()).isZero();
    }

    @Test
    void interruptIsPassedOn() {
        Transport interrupted = (_, _, _) -> {
            throw new InterruptedException("stop");
        };

        assertThatThrownBy(() -> run(interrupted, probe("x"))).isInstanceOf(InterruptedException.class);
    }

    private Round.Outcome run(Transport transport, NodeProbe.OfNode probe) throws InterruptedException {
        return new ProbeRunner(transport, clock, new NodeLog(List.of()), clock::nanos)
                .run(probe, unasked(node), new DeadAddresses(), SIX_SECONDS)
                .orElseThrow();
    }

    private static Transport answering() {
        return (_, _, _) -> reply("{}");
    }

    private static Transport neverAsked() {
        return (_, _, _) -> {
            throw new AssertionError("nothing may be asked");
        };
    }
}
