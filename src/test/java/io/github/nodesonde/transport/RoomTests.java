package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoomTests {

    private static final long MIB = 1024 * 1024;

    @Test
    void whatIsThereIsHandedOutAtOnce() {
        try (Room.Share share = new Room(Room.MOST_OF_A_BODY).share()) {
            assertThat(share.take(MIB)).isCompleted();
            assertThat(share.take(Room.MOST_OF_A_BODY - MIB)).isCompleted();
            assertThat(share.isWaiting()).isFalse();
        }
    }

    @Test
    void whoFindsTooLittleWaitsUntilAnotherGivesBack() {
        var room = new Room(Room.MOST_OF_A_BODY);
        Room.Share first = room.share();
        try (Room.Share second = room.share()) {
            assertThat(first.take(Room.MOST_OF_A_BODY)).isCompleted();
            CompletableFuture<Void> waiting = second.take(MIB);
            assertThat(waiting).isNotDone();
            assertThat(second.isWaiting()).isTrue();

            first.close();

            assertThat(waiting).isCompleted();
            assertThat(second.isWaiting()).isFalse();
        }
    }

    @Test
    void whatWouldNotLeaveEnoughForTheFurthestIsNotHandedOut() {
        var room = new Room(Room.MOST_OF_A_BODY);
        try (Room.Share furthest = room.share();
                Room.Share other = room.share()) {
            assertThat(furthest.take(2 * MIB)).isCompleted();

            assertThat(other.take(MIB)).isNotDone();
            assertThat(furthest.take(Room.MOST_OF_A_BODY - 2 * MIB)).isCompleted();
        }
    }

    @Test
    void moreThanTheRoomWillEverHoldIsRefused() {
        try (Room.Share share = new Room(4 * MIB).share()) {
            assertThat(share.take(3 * MIB)).isCompleted();

            assertThat(share.take(2 * MIB))
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(Room.Full.class);
        }
    }

    @Test
    void closedShareHasGivenUpItsPlace() {
        var room = new Room(Room.MOST_OF_A_BODY);
        Room.Share first = room.share();
        Room.Share gone = room.share();
        assertThat(first.take(Room.MOST_OF_A_BODY)).isCompleted();
        CompletableFuture<Void> never = gone.take(Room.MOST_OF_A_BODY);
        gone.close();
        first.close();

        assertThat(never).isNotDone();
        assertThat(gone.take(MIB)).isNotDone();
        try (Room.Share next = room.share()) {
            assertThat(next.take(Room.MOST_OF_A_BODY)).isCompleted();
        }
    }

    /** However the shares grow and in whatever order they are looked at, somebody can always go on. */
    @Test
    void sharesNeverAllWaitForEachOther() {
        var random = new Random(4711);
        for (int run = 0; run < 200; run++) {
            var room = new Room((long) (Room.MOST_OF_A_BODY * (1 + random.nextDouble())));
            var growing = new ArrayList<Growing>();
            for (int i = 0; i < 40; i++) {
                growing.add(new Growing(room.share(), Room.MOST_OF_A_BODY));
            }
            while (!growing.isEmpty()) {
                List<Growing> ready =
                        growing.stream().filter(one -> !one.share.isWaiting()).toList();
                assertThat(ready).isNotEmpty();
                ready.get(random.nextInt(ready.size())).grow(MIB * (1 + random.nextInt(8)));
                growing.removeIf(Growing::isDone);
            }
            try (Room.Share last = room.share()) {
                assertThat(last.take(Room.MOST_OF_A_BODY)).isCompleted();
            }
        }
    }

    private static final class Growing {

        private final Room.Share share;
        private long left;

        private Growing(Room.Share share, long left) {
            this.share = share;
            this.left = left;
        }

        private void grow(long by) {
            long more = Math.min(by, left);
            left -= more;
            var _ = share.take(more);
        }

        private boolean isDone() {
            boolean done = left == 0 && !share.isWaiting();
            if (done) {
                share.close();
            }
            return done;
        }
    }
}
