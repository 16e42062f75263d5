package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLogTests {

    private static final long RUN = 1_795_000_000_000L;

    private final EventLog log = new EventLog(RUN, 3);

    @Test
    void idsGrowAsTextsToo() throws InterruptedException {
        add(2);

        assertThat(texts(0))
                .extracting(text -> text.lines().findFirst().orElseThrow())
                .containsExactly("id: 1795000000000-000000000001", "id: 1795000000000-000000000002")
                .isSorted();
    }

    @Test
    void oldestGoFirst() throws InterruptedException {
        add(5);

        assertThat(log.after(0, Duration.ZERO)).extracting(StreamEvent::number).containsExactly(3L, 4L, 5L);
        assertThat(log.after(4, Duration.ZERO)).extracting(StreamEvent::number).containsExactly(5L);
        assertThat(log.after(5, Duration.ZERO)).isEmpty();
    }

    @Test
    void largeEventsAreKeptInSmallNumber() throws InterruptedException {
        var large = new EventLog(RUN, 1000);
        var data = new InventoryEventJson(List.of("x".repeat(1 << 20)), List.of(), List.of(), true);
        for (int i = 0; i < 20; i++) {
            large.append(EventType.INVENTORY, Optional.empty(), Optional.empty(), data);
        }

        assertThat(large.after(0, Duration.ZERO))
                .extracting(StreamEvent::number)
                .startsWith(14L);
    }

    @ParameterizedTest
    @CsvSource({
        RUN + ", 1, false",
        RUN + ", 2, true",
        RUN + ", 5, true",
        RUN + ", 6, false",
        RUN + ", 999999999999999999, false",
        (RUN + 1) + ", 3, false",
    })
    void placeIsRememberedWhileAllThatFollowsIsKept(long run, long number, boolean remembered) {
        add(5);

        assertThat(log.remembers(new EventId(run, number))).isEqualTo(remembered);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"''", "7", "-1-2", "1-2-3", "1-x", "1-2 ", "99999999999999999999-1", "1\u06601-1", "<script>-1"},
            ignoreLeadingAndTrailingWhitespace = false)
    void whatIsNoIdIsNone(String text) {
        assertThat(EventId.parse(text)).isEmpty();
    }

    @Test
    void idIsReadAsItIsWritten() {
        var id = new EventId(RUN, 42);

        assertThat(EventId.parse(id.toString())).contains(id);
    }

    @Test
    void endLetsGoWhoeverWaits() throws InterruptedException {
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                log.after(0, Duration.ofHours(1));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });

        log.end();

        assertThat(waiting.join(Duration.ofSeconds(20))).isTrue();
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            log.append(
                    EventType.INVENTORY,
                    Optional.of(new NodeId("a-0")),
                    Optional.of("alpha-1"),
                    new InventoryEventJson(List.of(), List.of(), List.of(), true));
        }
    }

    private List<String> texts(long after) throws InterruptedException {
        return log.after(after, Duration.ZERO).stream().map(StreamEvent::text).toList();
    }
}
