package io.github.nodesonde.history;

import static io.github.nodesonde.health.Verdict.DOWN;
import static io.github.nodesonde.health.Verdict.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.node.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL. */
class PostgresHistoryTests extends SqlHistoryContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A statement is given half a minute, and a silent server a little more. */
    private static final Duration GIVING_UP = Duration.ofMinutes(2);

    private static final NodeId NODE = new NodeId("n-0");
    private static final Period EVER = new Period(Optional.empty(), Optional.empty());
    private static final Paging FIRST = new Paging(0, 50);

    private @Nullable String database;

    @Override
    HistoryProperties properties() {
        return PostgresServer.properties(database(), PostgresServer.port());
    }

    @Test
    void databaseThatIsGoneForAWhileLosesNothingAndDoublesNothing() throws Exception {
        try (var way = TcpWay.to(PostgresServer.port());
                var running = RunningHistory.start(
                        PostgresServer.properties(database(), way.port()), Duration.ofSeconds(60))) {
            running.judge(Moment.of("n-0", UP, 0)).written();

            way.block();
            judgeSixtySeconds(running);
            await().atMost(PATIENCE).until(() -> !running.database.isOpen());
            assertThatExceptionOfType(HistoryUnavailableException.class)
                    .isThrownBy(() -> running.history.changes(NODE, EVER, FIRST));
            way.open();

            running.written();
            assertThat(running.history.changes(NODE, EVER, FIRST).total()).isEqualTo(61);
            assertThat(running.history
                            .uptime(List.of(NODE), Moment.after(0), Moment.after(60), 1)
                            .get(NODE))
                    .singleElement()
                    .satisfies(uptime -> {
                        assertThat(uptime.in(UP)).isEqualTo(Duration.ofSeconds(30));
                        assertThat(uptime.in(DOWN)).isEqualTo(Duration.ofSeconds(30));
                    });
            assertThat(running.queue.lost()).isZero();
        }
    }

    @Test
    void databaseThatIsNotThereAtTheStartIsTakenWhenItComes() throws Exception {
        try (var way = TcpWay.to(PostgresServer.port())) {
            way.block();
            try (var running =
                    RunningHistory.start(PostgresServer.properties(database(), way.port()), Duration.ofSeconds(60))) {
                running.judge(Moment.of("n-0", UP, 0), Moment.of("n-0", DOWN, 1));
                await().atMost(PATIENCE).until(() -> way.refused() > 0);
                way.open();

                running.written();
                assertThat(running.history.changes(NODE, EVER, FIRST).total()).isEqualTo(2);
            }
        }
    }

    @Test
    void tablesThatAreLockedForLongHoldUpNobodyAndLoseNothing() throws Exception {
        try (var running = RunningHistory.start(properties(), Duration.ofSeconds(60))) {
            running.judge(Moment.of("n-0", UP, 0)).written();
            try (var _ = PostgresServer.locked(database())) {
                judgeSixtySeconds(running);

                assertThat(running.queue.size()).isGreaterThanOrEqualTo(60);
                assertThatExceptionOfType(HistoryUnavailableException.class)
                        .isThrownBy(() -> running.history.changes(NODE, EVER, FIRST));
                await().atMost(GIVING_UP).until(() -> !running.database.isOpen());
            }

            running.written();
            assertThat(running.history.changes(NODE, EVER, FIRST).total()).isEqualTo(61);
            assertThat(running.queue.lost()).isZero();
        }
    }

    @Test
    void serverThatFallsSilentIsGivenUpAndTakenAgainWithoutLoss() throws Exception {
        try (var way = TcpWay.to(PostgresServer.port());
                var running = RunningHistory.start(
                        PostgresServer.properties(database(), way.port()), Duration.ofSeconds(60))) {
            running.judge(Moment.of("n-0", UP, 0)).written();
            running.history.changes(NODE, EVER, FIRST);

            way.hold();
            judgeSixtySeconds(running);
            assertThatExceptionOfType(HistoryUnavailableException.class)
                    .isThrownBy(() -> running.history.changes(NODE, EVER, FIRST));
            await().atMost(GIVING_UP).until(() -> !running.database.isOpen());
            way.open();

            running.written();
            assertThat(running.history.changes(NODE, EVER, FIRST).total()).isEqualTo(61);
            assertThat(running.queue.lost()).isZero();
        }
    }

    private static void judgeSixtySeconds(RunningHistory running) {
        for (int second = 1; second <= 60; second++) {
            running.judge(Moment.of("n-0", second % 2 == 0 ? UP : DOWN, second));
        }
    }

    private String database() {
        String made = database == null ? PostgresServer.newDatabase() : database;
        database = made;
        return made;
    }
}
