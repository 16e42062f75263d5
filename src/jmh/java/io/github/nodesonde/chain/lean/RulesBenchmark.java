package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.LeanClients;
import io.github.nodesonde.health.HealthRule;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Judging one node of a thousand by every rule there is for its kind, once the network was seen. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RulesBenchmark {

    private static final int NODES = 1_000;
    private static final int ROUNDS = 4;
    private static final long SLOT = 1_000;

    /** Slots by which it lags: none, or so many that it is found to. */
    @Param({"0", "20"})
    public long behind;

    private final List<HealthRule> rules = rules();
    private final Network devnet = new Scene().network();
    private final Node node = Scene.node("judged");
    private NodeSnapshot seen = Scene.unasked(node);
    private Optional<NetworkView> view = Optional.empty();

    @Setup
    public void tell() {
        var scene = new Scene();
        var nodes = new ArrayList<>(List.of(node));
        for (int i = 1; i < NODES; i++) {
            nodes.add(Scene.node("n-" + i));
        }
        for (Node told : nodes) {
            scene.with(told);
            for (long slot = SLOT - ROUNDS + 1; slot <= SLOT; slot++) {
                scene.told(told, Scene.slot(slot), told == node ? slot - behind : slot, true);
            }
        }
        seen = scene.snapshot(node, Scene.slot(SLOT));
        view = Optional.of(new LeanLens(Scene.CLIENTS).view(scene.snapshot(Scene.slot(SLOT)), Optional.empty()));
    }

    @Benchmark
    public void judge(Blackhole findings) {
        NetworkView network = view.orElseThrow();
        for (HealthRule rule : rules) {
            findings.consume(rule.judge(seen, devnet, network, Optional.empty()));
        }
    }

    private static List<HealthRule> rules() {
        try (var spring = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(spring, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(HealthRule.class));
            scanner.scan("io.github.nodesonde.health", "io.github.nodesonde.chain.lean");
            spring.registerBean(LeanClients.class, () -> Scene.CLIENTS);
            spring.refresh();
            return spring.getBeansOfType(HealthRule.class).values().stream()
                    .filter(rule -> rule.appliesTo(LeanNodeKind.TYPE))
                    .toList();
        }
    }
}
