package io.github.nodesonde.history;

import static io.github.nodesonde.health.Verdict.DOWN;
import static io.github.nodesonde.health.Verdict.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without anybody who writes: what is recorded waits in the queue. */
class HistoryRecorderTests {

    /** Fleet, network and node. */
    private static final int PICTURE = 3;

    private final RunningHistory idle = new RunningHistory(
            new HistoryProperties(true, Path.of("nowhere"), null, null, null, Duration.ofDays(1), 100, 5),
            Duration.ofSeconds(20));

    @Test
    void firstJudgingIsRecordedWholeAndThenOnlyWhatChanges() {
        idle.judge(Moment.of("n-0", UP, 0), Moment.of("n-0", UP, 1));

        assertThat(idle.queue.size()).isEqualTo(PICTURE);
        assertThat(idle.queue.next(10).orElseThrow().seenUntil()).isEqualTo(Moment.after(1));
    }

    @Test
    void fullQueueEndsTheStretchBeforeTheChangeThatIsLost() {
        idle.judge(Moment.of("n-0", UP, 0), Moment.of("n-0", DOWN, 1), Moment.of("n-0", UP, 2));

        Batch kept = idle.queue.next(10).orElseThrow();
        assertThat(kept.numbered()).hasSize(PICTURE);
        assertThat(kept.seenUntil()).isEqualTo(Moment.after(0));
        assertThat(idle.queue.lost()).isEqualTo(2 * PICTURE);

        idle.queue.written(kept);
        idle.judge(Moment.of("n-0", UP, 3));

        Batch next = idle.queue.next(10).orElseThrow();
        assertThat(next.stretch().beganAt()).isEqualTo(Moment.after(3));
        assertThat(next.numbered()).hasSize(PICTURE);
    }

    @Test
    void clockThatIsSetBackOrPausesBeginsAnotherStretch() {
        for (double at : List.of(0.0, 100.0, 50.0)) {
            idle.judge(Moment.of("n-0", UP, at));
            Batch batch = idle.queue.next(10).orElseThrow();
            assertThat(batch.stretch().beganAt()).isEqualTo(Moment.after(at));
            assertThat(batch.numbered()).hasSize(PICTURE);
            idle.queue.written(batch);
        }
    }

    @Test
    void clockThatIsSlewedBackALittleIsFollowed() {
        idle.judge(Moment.of("n-0", UP, 10), Moment.of("n-0", UP, 8));

        Batch batch = idle.queue.next(10).orElseThrow();
        assertThat(batch.numbered()).hasSize(PICTURE);
        assertThat(batch.seenUntil()).isEqualTo(Moment.after(10));
    }

    @Test
    void listenersHearOfIncidentsThoughNothingIsWritten() {
        idle.judge(Moment.of("n-0", DOWN, 0), Moment.of("n-0", DOWN, 20), Moment.of("n-0", UP, 21))
                .judge(Moment.of("n-0", UP, 41));

        assertThat(idle.told.stream().filter(incident -> incident.node().isPresent()))
                .extracting(Incident::isOpen)
                .containsExactly(true, false);
    }
}
