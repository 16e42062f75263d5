package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.maintenance.MaintenanceSchedule;
import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.testing.HandSetClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.SmartLifecycle;

class JudgementLoopTests {

    private final Watched watched = new Watched();
    private final Node node = watched.add("n", "a").getFirst();
    private final Fleet fleet = watched.fleet();
    private final HandSetClock clock = new HandSetClock(Watched.START);
    private final OwnFaults faults = new OwnFaults();
    private final JudgementKeeper keeper = new JudgementKeeper(
            () -> fleet,
            watched.log,
            clock,
            new Judge(
                    List.of(),
                    List.of(new Stale(), new ProbeFailing(), new Unreachable()),
                    List.of(),
                    new FleetHealthProperties(DownWhen.MAJORITY),
                    faults),
            new JudgementPace(),
            faults,
            new DefaultListableBeanFactory().getBeanProvider(MaintenanceSchedule.class),
            new DefaultListableBeanFactory().getBeanProvider(JudgementListener.class));
    private final JudgementLoop loop = new JudgementLoop(keeper, new JudgementPace(), faults);

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void whenStartReturnsEveryNodeHasBeenJudged() {
        loop.start();

        assertThat(loop.isRunning()).isTrue();
        assertThat(keeper.get().nodes()).containsOnlyKeys(node.id());
    }

    @Test
    void whatIsSeenIsJudgedThoughNobodyAsks() {
        loop.start();

        watched.round(node, 0, ANSWERED);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keeper.get().verdict()).isEqualTo(Verdict.UP));
    }

    @Test
    void agesPassThoughNothingIsSeen() {
        watched.round(node, 0, ANSWERED);
        loop.start();
        assertThat(keeper.get().verdict()).isEqualTo(Verdict.UP);

        clock.advance(Duration.ofMillis(45_001));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keeper.get().verdict()).isEqualTo(Verdict.UNKNOWN));
    }

    @Test
    void itCanBeStartedAgain() {
        loop.start();
        loop.stop();
        assertThat(loop.isRunning()).isFalse();

        watched.round(node, 0, ANSWERED);
        loop.start();

        assertThat(keeper.get().verdict()).isEqualTo(Verdict.UP);
    }

    @Test
    void itStartsBeforeTheServersDo() {
        assertThat(loop.getPhase()).isLessThan(SmartLifecycle.DEFAULT_PHASE - 4096);
    }
}
