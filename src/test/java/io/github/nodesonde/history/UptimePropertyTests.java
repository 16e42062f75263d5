package io.github.nodesonde.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.NodeId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class UptimePropertyTests {

    private static final NodeId NODE = new NodeId("n-0");

    @Property
    void verdictsTimesAddUpToTheWindowWhateverTheClocksDid(
            @ForAll("rows") List<WatchedTimes.Row> rows,
            @ForAll @IntRange(min = -500, max = 500) int from,
            @ForAll @IntRange(min = 1, max = 1000) int seconds,
            @ForAll @IntRange(min = 1, max = 13) int parts) {
        var times = new WatchedTimes();
        rows.stream()
                .sorted(Comparator.comparing(
                                (WatchedTimes.Row row) -> row.stretch().beganAt())
                        .thenComparing(row -> row.stretch().id()))
                .forEach(times::add);

        List<Uptime> uptimes = times.uptimes(Moment.after(from), Moment.after(from + seconds), parts);

        assertThat(uptimes).hasSize(parts).allSatisfy(uptime -> {
            assertThat(sum(uptime)).isEqualTo(Duration.between(uptime.from(), uptime.to()));
            assertThat(uptime.spent().values()).noneMatch(Duration::isNegative);
        });
        assertThat(uptimes.stream().map(UptimePropertyTests::sum).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    private static Duration sum(Uptime uptime) {
        return uptime.spent().values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Provide
    Arbitrary<List<WatchedTimes.Row>> rows() {
        var stretch = Arbitraries.integers().between(0, 4);
        var at = Arbitraries.integers().between(-600, 600);
        var verdict = Arbitraries.of(Verdict.class).optional(0.9);
        return Combinators.combine(stretch, at, verdict)
                .as(UptimePropertyTests::row)
                .list()
                .ofMaxSize(40);
    }

    /** Stretches that overlap; changes before, within and after them. */
    private static WatchedTimes.Row row(int stretch, int at, Optional<Verdict> verdict) {
        return new WatchedTimes.Row(
                NODE,
                new Stretch("s" + stretch, Moment.after(stretch * 100 - 250)),
                Moment.after(stretch * 100 - 50 + stretch % 2 * 120),
                Moment.after(at),
                verdict);
    }
}
