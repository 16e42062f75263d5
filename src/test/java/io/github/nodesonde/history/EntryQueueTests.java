package io.github.nodesonde.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Subject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryQueueTests {

    private final EntryQueue queue = new EntryQueue(3);
    private final Stretch stretch = Stretch.beginning(Moment.after(0));

    @Test
    void entriesComeOutInOrderAndNumbered() {
        queue.begin(stretch);
        assertThat(queue.add(List.of(change(0), change(1)), Moment.after(1))).isTrue();

        Batch batch = queue.next(10).orElseThrow();

        assertThat(batch.numbered()).extracting(Batch.Numbered::number).containsExactly(1L, 2L);
        assertThat(batch.seenUntil()).isEqualTo(Moment.after(1));
        queue.written(batch);
        assertThat(queue.next(10)).isEmpty();
        assertThat(queue.size()).isZero();
    }

    @Test
    void batchThatIsNotWrittenComesAgain() {
        queue.begin(stretch);
        queue.add(List.of(change(0)), Moment.after(1));

        assertThat(queue.next(10)).isEqualTo(queue.next(10)).isPresent();
    }

    @Test
    void partOfWhatWaitsIsSeenOnlyUntilItsLastChange() {
        queue.begin(stretch);
        queue.add(List.of(change(0), change(1)), Moment.after(5));

        assertThat(queue.next(1).orElseThrow().seenUntil()).isEqualTo(Moment.after(0));
    }

    @Test
    void watchThatGoesOnWithoutAChangeIsToldToo() {
        queue.begin(stretch);
        queue.add(List.of(), Moment.after(7));

        Batch batch = queue.next(1).orElseThrow();

        assertThat(batch.numbered()).isEmpty();
        assertThat(batch.seenUntil()).isEqualTo(Moment.after(7));
    }

    @Test
    void whatHasNoRoomIsCounted() {
        queue.begin(stretch);
        assertThat(queue.add(List.of(change(0), change(1)), Moment.after(1))).isTrue();

        assertThat(queue.add(List.of(change(2), change(3)), Moment.after(3))).isFalse();

        assertThat(queue.lost()).isEqualTo(2);
        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.next(10).orElseThrow().seenUntil()).isEqualTo(Moment.after(1));
    }

    @Test
    void emptyQueueHasRoomForAWholeFleet() {
        queue.begin(stretch);

        assertThat(queue.hasRoomFor(100)).isTrue();
        assertThat(queue.add(Collections.nCopies(100, change(0)), Moment.after(0)))
                .isTrue();
        assertThat(queue.hasRoomFor(1)).isFalse();
    }

    @Test
    void stretchesAreNotMixed() {
        var next = Stretch.beginning(Moment.after(10));
        queue.begin(stretch);
        queue.add(List.of(change(0)), Moment.after(1));
        queue.begin(next);
        queue.add(List.of(change(10)), Moment.after(11));

        Batch first = queue.next(10).orElseThrow();
        queue.written(first);
        Batch second = queue.next(10).orElseThrow();

        assertThat(first.stretch()).isEqualTo(stretch);
        assertThat(second.stretch()).isEqualTo(next);
        assertThat(second.numbered()).extracting(Batch.Numbered::number).containsExactly(1L);
    }

    private static Entry change(double seconds) {
        return new Entry.Change(
                Subject.FLEET,
                new VerdictChange(
                        Moment.after(seconds),
                        Optional.empty(),
                        Optional.of(Verdict.UP),
                        Optional.empty(),
                        Optional.empty()));
    }
}
