package io.github.nodesonde.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoundRoomTests {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void fewEnterAtFirst() throws InterruptedException {
        var room = new RoundRoom(1000, nanos::get);
        enter(room, 64);

        Thread next = Thread.ofVirtual().start(() -> entering(room));

        await().until(() -> room.waiting() == 1);
        assertThat(room.underWay()).isEqualTo(64);
        room.leave();
        next.join();
        assertThat(room.underWay()).isEqualTo(64);
    }

    @Test
    void moreEnterAsTimePasses() throws InterruptedException {
        var room = new RoundRoom(1000, nanos::get);
        enter(room, 64);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));

        enter(room, 256);

        assertThat(room.underWay()).isEqualTo(320);
    }

    @Test
    void whoeverLeavesAfterAWhileLetsThoseInWhoWaited() throws InterruptedException {
        var room = new RoundRoom(1000, nanos::get);
        enter(room, 64);
        Thread one = Thread.ofVirtual().start(() -> entering(room));
        Thread other = Thread.ofVirtual().start(() -> entering(room));
        await().until(() -> room.waiting() == 2);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));

        room.leave();

        one.join();
        other.join();
        assertThat(room.underWay()).isEqualTo(65);
    }

    @Test
    void neverMoreThanTheMostEnter() throws InterruptedException {
        var room = new RoundRoom(100, nanos::get);
        enter(room, 1);
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        enter(room, 99);

        Thread next = Thread.ofVirtual().start(() -> entering(room));

        await().until(() -> room.waiting() == 1);
        room.leave();
        next.join();
        assertThat(room.underWay()).isEqualTo(100);
    }

    private static void enter(RoundRoom room, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            room.enter();
        }
    }

    private static void entering(RoundRoom room) {
        try {
            room.enter();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
