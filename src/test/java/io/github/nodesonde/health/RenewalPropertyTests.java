package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.ANSWERED;
import static io.github.nodesonde.health.Watched.SKIPPED;
import static io.github.nodesonde.health.Watched.at;
import static io.github.nodesonde.health.Watched.failed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Judging what is new comes to the same as judging everything, whatever happens in between. */
class RenewalPropertyTests {

    private static final Duration RENEW_AFTER = Duration.ofSeconds(20);
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");

    @Property(tries = 300)
    void judgingWhatIsNewComesToTheSameAsJudgingEverything(@ForAll @Size(max = 40) List<@From("steps") Step> steps) {
        var scene = new Scene();
        long second = 0;
        for (Step step : steps) {
            second += step.pause();
            scene.happens(step, second);
            Judgements renewed = scene.renewed.judge(scene, second);
            Judgements anew = scene.anew.judge(scene, second);

            assertThat(told(renewed)).isEqualTo(told(anew));
        }
    }

    @Provide
    Arbitrary<Step> steps() {
        var results = Arbitraries.of(
                ANSWERED,
                ANSWERED,
                SKIPPED,
                failed(Reason.TIMED_OUT, "late"),
                failed(Reason.UNREACHABLE, "gone"),
                failed(Reason.MALFORMED, "odd"));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(What.values()),
                        Arbitraries.of(IDS),
                        results,
                        results)
                .as(Step::new);
    }

    enum What {
        ROUND,
        ROUNDS_OF_ALL,
        NOTHING,
        MAINTENANCE,
        LENS_FINDS,
        LENS_WORKS_OUT,
        LENS_FAILS,
        RELOAD
    }

    /** What happens so many seconds after the step before. */
    record Step(int pause, What what, String node, ProbeResult a, ProbeResult b) {}

    private record Told(
            Verdict verdict,
            Counts counts,
            List<String> fleet,
            Map<String, List<Object>> networks,
            List<Object> nodes) {}

    private static Told told(Judgements judged) {
        var networks = new LinkedHashMap<String, List<Object>>();
        judged.networks()
                .forEach((name, network) -> networks.put(
                        name,
                        List.of(
                                network.verdict(),
                                network.nodes(),
                                words(network.findings()),
                                network.derived(),
                                network.versions(),
                                judged.nodesOf(name)
                                        .map(node -> node.seen().node().id())
                                        .toList())));
        var nodes = new ArrayList<Object>();
        judged.nodes()
                .forEach((id, node) -> nodes.add(List.of(
                        id,
                        node.seen().node().network(),
                        node.verdict(),
                        node.since(),
                        node.view(),
                        words(node.findings()),
                        node.derived())));
        return new Told(judged.verdict(), judged.counts(), words(judged.findings()), networks, nodes);
    }

    /** Without figures: ages run on though nothing else is new. */
    private static List<String> words(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + " " + finding.verdict() + " " + finding.because() + " since "
                        + finding.since())
                .toList();
    }

    /** Three networks of two nodes each, some of which go and come back as others. */
    private static final class Scene {

        private final Watched watched = new Watched();
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Set<NodeId> inMaintenance = new HashSet<>();
        private final Oracle oracle = new Oracle();
        private final Course renewed = new Course(oracle, RENEW_AFTER);
        private final Course anew = new Course(oracle, Duration.ZERO);
        private Fleet fleet;

        Scene() {
            for (String id : IDS) {
                put(id, "n-" + IDS.indexOf(id) % 3);
            }
            fleet = fleet();
        }

        void happens(Step step, long second) {
            var id = new NodeId(step.node());
            switch (step.what()) {
                case ROUND -> Optional.ofNullable(nodes.get(step.node())).ifPresent(node -> round(node, step, second));
                case ROUNDS_OF_ALL -> nodes.values().forEach(node -> round(node, step, second));
                case NOTHING -> {}
                case MAINTENANCE -> toggle(inMaintenance, id);
                case LENS_FINDS -> toggle(oracle.found, id);
                case LENS_WORKS_OUT -> toggle(oracle.workedOut, id);
                case LENS_FAILS -> oracle.fails = !oracle.fails;
                case RELOAD -> reload(step);
            }
        }

        private void round(Node node, Step step, long second) {
            watched.round(node, second, step.a(), step.b());
        }

        /** A node goes; one that is gone comes back, in another network. */
        private void reload(Step step) {
            if (nodes.remove(step.node()) == null) {
                put(step.node(), "n-" + step.pause() % 3);
            }
            fleet = fleet();
            watched.log.retain(fleet);
        }

        private void put(String id, String network) {
            Node node = Watched.node(id, Watched.network(network));
            nodes.put(id, node);
            watched.log.watch(node, List.of("a", "b"));
        }

        private Fleet fleet() {
            return new Fleet(
                    List.of(Watched.network("n-0"), Watched.network("n-1"), Watched.network("n-2")), nodes.values());
        }

        private static void toggle(Set<NodeId> ids, NodeId id) {
            if (!ids.remove(id)) {
                ids.add(id);
            }
        }
    }

    /** Judgings that follow each other. */
    private static final class Course {

        private final Judge judge;
        private final Duration renewAfter;
        private Judgements before;

        Course(NetworkLens lens, Duration renewAfter) {
            this.judge = new Judge(
                    List.of(lens),
                    List.of(new Stale(), new ProbeFailing(), new Unreachable(), new CertificateExpiring()),
                    List.of(new GatewayFault()),
                    new FleetHealthProperties(DownWhen.MAJORITY),
                    new OwnFaults());
            this.renewAfter = renewAfter;
            this.before = judge.unjudged(0, at(0), List.of());
        }

        Judgements judge(Scene scene, long second) {
            Instant asOf = at(second);
            Set<NodeId> covered = new HashSet<>(scene.inMaintenance);
            covered.retainAll(scene.fleet.nodes().keySet());
            before = judge.judge(
                    scene.fleet,
                    scene.watched.log.snapshot(scene.fleet, asOf, renewAfter).inMaintenance(covered),
                    before);
            return before;
        }
    }

    /** Finds what it is told to. What it sees of a node it makes of its snapshot alone. */
    private static final class Oracle implements NetworkLens {

        private static final Signal SIGNAL = Signal.gauge("nodesonde_node_odd", "", "Whether it is odd.");

        private final Set<NodeId> found = new HashSet<>();
        private final Set<NodeId> workedOut = new HashSet<>();
        private boolean fails;

        @Override
        public String type() {
            return "kind";
        }

        @Override
        public Set<String> rules() {
            return Set.of("odd");
        }

        @Override
        public NetworkView view(NetworkSnapshot seen, Optional<NetworkView> before) {
            if (fails) {
                throw new IllegalStateException("the oracle is silent");
            }
            return new NetworkView(
                    Optional.empty(),
                    PerNode.of(seen.nodes(), before.map(NetworkView::nodes).orElse(Map.of()), (node, _) -> view(node)),
                    ids(seen)
                            .filter(workedOut::contains)
                            .map(id -> Reading.derived(new Subject.OfNode(id), SIGNAL, 1, "by the oracle"))
                            .toList(),
                    new LinkedHashMap<>(),
                    ids(seen)
                            .filter(found::contains)
                            .map(id ->
                                    Finding.of(new Subject.OfNode(id), "odd", Verdict.DEGRADED, "is odd", seen.asOf()))
                            .toList());
        }

        private static Stream<NodeId> ids(NetworkSnapshot seen) {
            return seen.nodes().stream().map(node -> node.node().id());
        }

        private static NodeView view(NodeSnapshot seen) {
            return new NodeView(
                    Optional.empty(),
                    Optional.of(seen.isHeard()),
                    seen.isHeard()
                            ? new Software(
                                    Optional.of("node"),
                                    Optional.of(Integer.toString(seen.rounds().size() % 2)))
                            : Software.UNKNOWN,
                    "kind",
                    new LinkedHashMap<>());
        }
    }
}
