package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.ANSWERED;
import static io.github.nodesonde.health.Watched.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.maintenance.MaintenanceSchedule;
import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.SteadyClock;
import io.github.nodesonde.testing.HandSetClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class JudgementKeeperTests {

    private final Watched watched = new Watched();
    private final Node node = watched.add("n", "a").getFirst();
    private final HandSetClock clock = new HandSetClock(Watched.START);
    private final OwnFaults faults = new OwnFaults();
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private volatile Fleet fleet = watched.fleet();
    private final JudgementKeeper keeper = keeper(() -> fleet);

    @Test
    void beforeTheFirstJudgingThereIsAnEmptyUnknownFleet() {
        assertThat(keeper.get().version()).isZero();
        assertThat(keeper.get().asOf()).isEqualTo(START);
        assertThat(keeper.get().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(keeper.get().nodes()).isEmpty();
    }

    @Test
    void refreshJudgesWhatWasSeenUntilNow() {
        assertThat(keeper.refresh().verdict()).isEqualTo(Verdict.UNKNOWN);

        watched.round(node, 0, ANSWERED);
        Judgements judged = keeper.refresh();

        assertThat(judged.verdict()).isEqualTo(Verdict.UP);
        assertThat(judged.version()).isEqualTo(2);
        assertThat(keeper.get()).isSameAs(judged);
    }

    @Test
    void refreshWithoutAnyChangeInNoTimeJudgesNothingAnew() {
        Judgements judged = keeper.refresh();

        assertThat(keeper.refresh()).isSameAs(judged);
    }

    @Test
    void refreshLetsTimePass() {
        watched.round(node, 0, ANSWERED);
        keeper.refresh();

        clock.advance(Duration.ofMillis(45_001));
        assertThat(keeper.refresh().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void whoIsWellStaysUpWhenTheClockIsSet(Duration step) {
        var nanos = new AtomicLong();
        JudgementKeeper steady = keeper(() -> fleet, new SteadyClock(clock, nanos::get));
        watched.round(node, 0, ANSWERED);
        Judgements up = steady.refresh();
        assertThat(up.verdict()).isEqualTo(Verdict.UP);

        clock.advance(step);
        pass(Duration.ofSeconds(1), nanos);
        steady.refreshIfDue();
        assertThat(steady.get().verdict()).isEqualTo(Verdict.UP);
        assertThat(steady.get().asOf()).isEqualTo(START.plusSeconds(1).plus(step));

        pass(Duration.ofSeconds(44), nanos);
        assertThat(steady.refresh().verdict()).isEqualTo(Verdict.UP);
        pass(Duration.ofMillis(1), nanos);
        assertThat(steady.refresh().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    private void pass(Duration time, AtomicLong nanos) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void judgingIsDueAtFirstAndWhenTheLogChanged() {
        keeper.refreshIfDue();
        assertThat(keeper.get().version()).isEqualTo(1);

        keeper.refreshIfDue();
        assertThat(keeper.get().version()).isEqualTo(1);

        watched.round(node, 0, ANSWERED);
        keeper.refreshIfDue();
        assertThat(keeper.get().version()).isEqualTo(2);
    }

    @Test
    void judgingIsDueWhenTheFleetIsAnother() {
        keeper.refresh();

        fleet = Fleet.EMPTY;
        keeper.refreshIfDue();

        assertThat(keeper.get().nodes()).isEmpty();
    }

    @Test
    void judgingIsDueWhenASecondPassedInEitherDirection() {
        keeper.refresh();
        clock.advance(Duration.ofMillis(999));
        keeper.refreshIfDue();
        assertThat(keeper.get().version()).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        keeper.refreshIfDue();
        assertThat(keeper.get().version()).isEqualTo(2);

        clock.advance(Duration.ofHours(-1));
        keeper.refreshIfDue();
        assertThat(keeper.get().version()).isEqualTo(3);
    }

    @Test
    void listenersHearOfEveryJudgingInOrderThoughOneThrows() {
        var heard = new ArrayList<String>();
        listen("first", (before, now) -> heard.add("first " + before.version() + " " + now.version()));
        listen("broken", (_, _) -> {
            throw new IllegalStateException("a bug");
        });
        listen("last", (before, now) -> heard.add("last " + before.version() + " " + now.version()));

        keeper.refresh();
        clock.advance(Duration.ofSeconds(1));
        keeper.refresh();

        assertThat(heard).containsExactly("first 0 1", "last 0 1", "first 1 2", "last 1 2");
    }

    @Test
    void listenerFindsTheNewestJudgementsInForce() {
        var found = new ArrayList<Judgements>();
        listen("reader", (_, _) -> found.add(keeper.get()));

        Judgements judged = keeper.refresh();

        assertThat(found).containsExactly(judged);
    }

    @Test
    void whenJudgingItselfFailsNothingStaysGreen() {
        watched.round(node, 0, ANSWERED);
        var broken = new AtomicBoolean();
        JudgementKeeper failing = keeper(() -> {
            if (broken.get()) {
                throw new IllegalStateException("a bug");
            }
            return fleet;
        });
        assertThat(failing.refresh().verdict()).isEqualTo(Verdict.UP);

        broken.set(true);
        clock.advance(Duration.ofSeconds(1));
        Judgements judged = failing.refresh();

        assertThat(judged.version()).isEqualTo(2);
        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.nodes()).isEmpty();
        assertThat(judged.findings()).extracting(Finding::rule).containsExactly("internal");

        broken.set(false);
        failing.refreshIfDue();
        assertThat(failing.get().verdict()).isEqualTo(Verdict.UP);
    }

    @Test
    void judgingsAskedForByManyAtOnceComeOneAfterTheOther() throws Exception {
        var versions = new ArrayList<Long>();
        listen("counter", (_, now) -> versions.add(now.version()));
        List<Node> nodes = IntStream.range(0, 50)
                .mapToObj(i -> watched.add(Watched.node("many-" + i, Watched.network("n"))))
                .toList();
        fleet = watched.fleet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<NodeJudgement>> tasks = nodes.stream()
                    .<Callable<NodeJudgement>>map(own -> () -> {
                        watched.round(own, 0, ANSWERED);
                        return Objects.requireNonNull(keeper.refresh().nodes().get(own.id()));
                    })
                    .toList();
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get().verdict()).isEqualTo(Verdict.UP);
            }
        }

        assertThat(versions)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, versions.size()).boxed().toList());
        assertThat(keeper.get().version()).isEqualTo(versions.size());
    }

    private void listen(String name, JudgementListener listener) {
        beans.registerSingleton(name, listener);
    }

    private JudgementKeeper keeper(LiveFleet live) {
        return keeper(live, clock);
    }

    private JudgementKeeper keeper(LiveFleet live, Clock time) {
        return new JudgementKeeper(
                live,
                watched.log,
                time,
                judge(),
                new JudgementPace(),
                faults,
                beans.getBeanProvider(MaintenanceSchedule.class),
                beans.getBeanProvider(JudgementListener.class));
    }

    private Judge judge() {
        return new Judge(
                List.of(),
                List.of(new Stale(), new ProbeFailing(), new Unreachable()),
                List.of(),
                new FleetHealthProperties(DownWhen.MAJORITY),
                faults);
    }
}
