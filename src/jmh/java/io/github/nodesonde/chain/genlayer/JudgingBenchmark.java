package io.github.nodesonde.chain.genlayer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.nodesonde.health.HealthRule;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NetworkLens;
import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeLog;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.testing.HandSetClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** One judging of a large network, a twentieth of whose nodes were asked since the judging before: as much as 15 s intervals bring. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class JudgingBenchmark {

    private static final String HEALTH = "io.github.nodesonde.health";
    private static final Duration STEP = Duration.ofMillis(750);
    private static final int STEPS = 20;

    @Param({"2000", "10000"})
    public int nodes;

    private final HandSetClock clock = new HandSetClock(Fixtures.NOW);
    private final ObservationLog log = new ObservationLog();
    private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Optional<LatestJudgements> latest = Optional.empty();
    private List<Node> fleet = List.of();
    private int step;

    @Setup
    public void watch() throws BadAnswer {
        fleet = IntStream.range(0, nodes).mapToObj(JudgingBenchmark::node).toList();
        var live = new Fleet(List.of(Fixtures.NETWORK), fleet);
        fleet.forEach(node -> log.watch(node, List.of(HealthProbe.NAME, MetricsProbe.NAME)));
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(ObservationLog.class, () -> log);
        context.registerBean(NodeLog.class, () -> new NodeLog(List.of()));
        context.registerBean(LiveFleet.class, () -> () -> live);
        context.register(Properties.class);
        var judging = new ClassPathBeanDefinitionScanner(context);
        judging.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.JudgementLoop")));
        judging.scan(HEALTH);
        var kind = new ClassPathBeanDefinitionScanner(context, false);
        kind.addIncludeFilter(new AssignableTypeFilter(HealthRule.class));
        kind.addIncludeFilter(new AssignableTypeFilter(NetworkLens.class));
        kind.scan(GenLayerKind.class.getPackageName());
        context.refresh();
        latest = Optional.of(context.getBean(LatestJudgements.class));
        for (int i = 0; i < STEPS; i++) {
            ask();
        }
    }

    @TearDown
    public void close() {
        context.close();
    }

    /** The next twentieth of the nodes answers. */
    @Setup(Level.Invocation)
    public void ask() throws BadAnswer {
        clock.advance(STEP);
        var round = new Round(clock.instant(), clock.instant(), answers(clock.instant()));
        for (int i = step % STEPS; i < nodes; i += STEPS) {
            log.append(fleet.get(i), round);
        }
        step++;
    }

    @Benchmark
    public Judgements judge() {
        return latest.orElseThrow().refresh();
    }

    private static SequencedMap<String, Round.Outcome> answers(Instant at) throws BadAnswer {
        var answers = new LinkedHashMap<String, Round.Outcome>();
        answers.put(
                HealthProbe.NAME,
                new Round.Outcome(
                        Fixtures.answered(
                                new HealthProbe(),
                                Fixtures.reply(200, "application/json", Fixtures.recorded("health-0.5.5.json"))),
                        at,
                        Duration.ofMillis(1)));
        answers.put(
                MetricsProbe.NAME,
                new Round.Outcome(
                        Fixtures.answered(Fixtures.metrics(new String(Fixtures.recorded("metrics-0.5.5.prom"), UTF_8))),
                        at,
                        Duration.ofMillis(1)));
        return answers;
    }

    private static Node node(int number) {
        return new Node(
                new NodeId("validator-%05d".formatted(number)),
                GenLayerKind.TYPE,
                Fixtures.NETWORK.name(),
                new TreeMap<>(),
                Duration.ofSeconds(15),
                Duration.ofSeconds(6),
                Set.of(),
                Credentials.NONE,
                new GenLayerSettings(Fixtures.OPS_PORT, Optional.empty()));
    }

    @ConfigurationPropertiesScan(HEALTH)
    static class Properties {}
}
