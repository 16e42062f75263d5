package io.github.nodesonde.chain.lean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.lean.forkchoice.ForksTopic;
import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedKind;
import io.github.nodesonde.demo.SimulatedNetwork;
import io.github.nodesonde.demo.SimulatedNode;
import io.github.nodesonde.health.HealthRule;
import io.github.nodesonde.health.NetworkLens;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryReader;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.SignalSource;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;

/** The simulated devnet, read, asked and judged by the beans of the kind as Spring wires them. */
class LeanDevnetTests {

    private static final Instant STARTED = Scene.GENESIS;

    private final Map<String, SimulatedNode> simulated = new LinkedHashMap<>();
    private final List<NodeProbe.OfNode> probes = new ArrayList<>();
    private final List<HealthRule> rules = new ArrayList<>();
    private final List<NetworkLens> lenses = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private Scene scene = new Scene();
    private Instant now = STARTED;

    @BeforeEach
    void start(@TempDir Path folder) {
        new ApplicationContextRunner()
                .withUserConfiguration(Beans.class)
                .withPropertyValues("nodesonde.demo=true")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(SignalSource.class);
                    context.getBeanProvider(NodeProbe.OfNode.class)
                            .orderedStream()
                            .forEach(probes::add);
                    rules.addAll(context.getBeansOfType(HealthRule.class).values());
                    lenses.add(context.getBean(NetworkLens.class));
                    var network = context.getBean(SimulatedKind.class)
                            .networks(STARTED)
                            .getFirst();
                    network.nodes().forEach(node -> simulated.put(node.id(), node));
                    Fleet fleet = fleet(network, context.getBean(NodeKind.class), folder);
                    scene = new Scene(Objects.requireNonNull(fleet.networks().get(network.name())));
                    nodes.addAll(fleet.nodes().values());
                    nodes.forEach(scene::with);
                });
    }

    @Test
    void probesAreAskedHealthFirst() {
        assertThat(probes)
                .extracting(NodeProbe.OfNode::name)
                .containsExactly("health", "metrics", "fork-choice", "syncing", "genesis");
    }

    @Test
    void laggardAndLonerAreFoundAndNobodyElse() {
        assertThat(findings(watch(40)))
                .containsExactlyInAnyOrder("lean-4 not-synced", "lean-4 lagging", "lean-5 isolated");
    }

    @Test
    void nodeThatIsAwayTellsNothing() {
        NetworkView view = watch(32);

        assertThat(Objects.requireNonNull(view.nodes().get(new NodeId("lean-6")))
                        .progress()
                        .orElseThrow()
                        .head())
                .isEmpty();
    }

    @Test
    void forkOfOneNodeIsSeenAndHeals() {
        var before = Optional.of(watch(116));
        assertThat(forks(before.orElseThrow())).isEqualTo("NONE 0");
        var seen = new ArrayList<String>();
        for (long second = 120; second <= 160; second += Scene.SLOT.toSeconds()) {
            before = Optional.of(look(second, before));
            seen.add(forks(before.orElseThrow()));
            before.orElseThrow()
                    .findings()
                    .forEach(finding -> assertThat(finding.because())
                            .startsWith("2 chains part above slot 1829 (0x")
                            .contains("; lean-2 at slot"));
        }

        assertThat(seen)
                .startsWith("TRANSIENT 1", "TRANSIENT 2", "FORKED 3", "FORKED 3", "FORKED 4")
                .endsWith("FORKED 9", "NONE 0");
    }

    private static String forks(NetworkView view) {
        var forks = (ForksTopic) Objects.requireNonNull(view.topics().get(ForksTopic.NAME));
        return forks.state() + " " + forks.depthBlocks().orElseThrow();
    }

    @Test
    void laggardThatCaughtUpIsForgiven() {
        assertThat(findings(watch(100))).containsExactly("lean-5 isolated");
    }

    @Test
    void networkKeepsUpWithItsClockAndTellsItsClients() {
        NetworkView view = watch(40);

        assertThat(view.progress().orElseThrow().target()).contains(1810L);
        assertThat(view.progress().orElseThrow().distance()).contains(0L);
        assertThat(view.progress().orElseThrow().synced()).contains(true);
        assertThat(view.nodes().values().stream().map(NodeView::job))
                .containsOnly("leanspec-issue", "leanspec", "zeam", "ream");
    }

    /** Asks every node once a slot, from the start until that second, and judges each time. */
    private NetworkView watch(long seconds) {
        Optional<NetworkView> view = Optional.empty();
        for (long second = 0; second <= seconds; second += Scene.SLOT.toSeconds()) {
            view = Optional.of(look(second, view));
        }
        return view.orElseThrow();
    }

    private NetworkView look(long second, Optional<NetworkView> before) {
        now = STARTED.plusSeconds(second);
        nodes.forEach(node -> scene.round(node, now, round(scene.snapshot(node, now))));
        return lenses.getFirst().view(scene.snapshot(now), before);
    }

    private SequencedMap<String, ProbeResult> round(NodeSnapshot seen) {
        var results = new LinkedHashMap<String, ProbeResult>();
        for (NodeProbe.OfNode probe : probes) {
            Optional<Question> question = probe.question(seen);
            if (question.isEmpty()) {
                continue;
            }
            Reply reply = answer(seen.node(), question.get().urls());
            try {
                results.put(probe.name(), probe.read(seen, reply));
            } catch (BadAnswer e) {
                results.put(probe.name(), new ProbeResult.Failed(e.reason(), String.valueOf(e.getMessage())));
            }
        }
        return results;
    }

    private Reply answer(Node node, List<URI> urls) {
        SimulatedAnswer answer = SimulatedAnswer.notFound();
        URI asked = Scene.BASE;
        for (URI url : urls) {
            asked = url;
            answer = Objects.requireNonNull(simulated.get(node.id().value())).answer(url.getPath(), now);
            if (answer.status() != 404) {
                break;
            }
        }
        return new Reply(
                asked, answer.status(), answer.contentType(), answer.body().getBytes(StandardCharsets.UTF_8), now);
    }

    private List<String> findings(NetworkView view) {
        NetworkSnapshot seen = scene.snapshot(now);
        return seen.nodes().stream()
                .flatMap(node -> rules.stream()
                        .flatMap(rule -> rule.judge(node, seen.network(), view, Optional.empty()).stream())
                        .map(finding -> node.node().id() + " " + finding.rule()))
                .toList();
    }

    private static Fleet fleet(SimulatedNetwork network, NodeKind kind, Path folder) throws IOException {
        var text = new StringBuilder("networks:\n")
                .append(entry("name: " + network.name() + "\ntype: lean\n" + network.keys()))
                .append("nodes:\n");
        network.nodes()
                .forEach(node -> text.append(entry("id: " + node.id() + "\ntype: lean\nnetwork: " + network.name()
                        + "\n" + node.keys(Scene.BASE))));
        Path file = Files.writeString(folder.resolve("nodesonde.yaml"), text);
        return ((InventoryContents.Valid) new InventoryReader(List.of(kind)).read(file)).fleet();
    }

    private static String entry(String keys) {
        return "  - " + keys.indent(4).stripLeading();
    }

    @ComponentScan({"io.github.nodesonde.chain.lean", "io.github.nodesonde.demo.lean"})
    static class Beans {}
}
