package io.github.nodesonde.probe;

import static io.github.nodesonde.probe.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.observation.ControlTarget;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.testing.LogCapture;
import io.github.nodesonde.transport.NoReply;
import io.github.nodesonde.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTargetLoopTests {

    private static final Duration OFTEN = Duration.ofMillis(1);

    private final ObservationLog log = new ObservationLog();
    private final AtomicReference<NoReply.@Nullable Why> failure = new AtomicReference<>();
    private final Transport transport = (_, _, _) -> {
        NoReply.Why why = failure.get();
        if (why != null) {
            throw new NoReply(why, "because");
        }
        return Samples.reply("", NOON);
    };
    private @Nullable ControlTargetLoop loop;

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.stop();
        }
    }

    @Test
    void whereThereIsNoneItHasNoSay() {
        start(null);

        assertThat(seen()).isEmpty();
    }

    @Test
    void roundsInARowThatFailAreCountedUntilItIsReached() {
        start(URI.create("http://127.0.0.1/"));
        assertThat(seen()).contains(ControlTarget.REACHED);

        failure.set(NoReply.Why.NO_CONNECTION);
        await().until(() -> seen().orElseThrow().failedRounds() >= 2);
        failure.set(null);
        await().until(() -> seen().orElseThrow().failedRounds() == 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "CONNECT_TIMED_OUT", "TIMED_OUT", "NO_ROOM"})
    void whateverKeepsUsFromAReplyIsAFailure(NoReply.Why why) {
        failure.set(why);
        start(URI.create("http://127.0.0.1/"));

        await().until(() -> seen().orElseThrow().failedRounds() >= 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"MALFORMED", "TOO_LARGE"})
    void whateverItRepliesProvesThatItCanBeReached(NoReply.Why why) {
        failure.set(NoReply.Why.UNREACHABLE);
        start(URI.create("http://127.0.0.1/"));
        await().until(() -> seen().orElseThrow().failedRounds() >= 1);

        failure.set(why);

        await().until(() -> seen().orElseThrow().failedRounds() == 0);
    }

    @Test
    void forbiddenOneIsToldOnceAndHasNoSay() {
        failure.set(NoReply.Why.FORBIDDEN);
        try (var lines = new LogCapture(ControlTargetLoop.class)) {
            start(URI.create("http://169.254.0.1/"));

            await().until(() -> seen().isEmpty());
            await().untilAsserted(() -> assertThat(messages(lines))
                    .containsExactly("nodesonde.control-target is not asked and has no say: because"));
        }
    }

    @Test
    void itsLossAndItsReturnAreLoggedOnceEach() {
        failure.set(NoReply.Why.TIMED_OUT);
        try (var lines = new LogCapture(ControlTargetLoop.class)) {
            start(URI.create("http://127.0.0.1/"));
            await().until(() -> seen().orElseThrow().failedRounds() >= 3);
            failure.set(null);
            await().until(() -> seen().orElseThrow().failedRounds() == 0);

            assertThat(messages(lines))
                    .containsExactly(
                            "the control target cannot be reached: because", "the control target can be reached again");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"router", "ftp://router/", "http://user:secret@router/", "http:///"})
    void whatIsNoUrlToAskIsRefusedWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ControlTargetProperties(URI.create(text)))
                .withMessageStartingWith("nodesonde.control-target must be a URL")
                .withMessageNotContaining("secret");
    }

    private void start(@Nullable URI target) {
        var started = new ControlTargetLoop(new ControlTargetProperties(target), transport, log, OFTEN, OFTEN);
        loop = started;
        started.start();
    }

    private static List<String> messages(LogCapture lines) {
        return lines.events().stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private Optional<ControlTarget> seen() {
        return log.snapshot(Fleet.EMPTY, NOON).control();
    }
}
