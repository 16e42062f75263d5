package io.github.nodesonde.health;

import static io.github.nodesonde.health.Watched.ANSWERED;
import static io.github.nodesonde.health.Watched.at;
import static io.github.nodesonde.health.Watched.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.nodesonde.health.NetworkJudgement.Version;
import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class JudgeTests {

    private static final Signal HEIGHT = Signal.gauge("height", "blocks", "How high it is.");

    private final Watched watched = new Watched();
    private final List<NetworkLens> lenses = new ArrayList<>();
    private final List<HealthRule> rules = new ArrayList<>(List.of(new Stale(), new ProbeFailing(), new Unreachable()));

    @Test
    void emptyFleetIsUnknown() {
        Judgements judged = judge(0);

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.counts().total()).isZero();
        assertThat(judged.policy()).isEqualTo(DownWhen.MAJORITY);
    }

    @Test
    void networkWithoutNodesIsUnknown() {
        watched.add("n");

        assertThat(judge(0).networks().get("n"))
                .extracting(NetworkJudgement::verdict)
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void fleetIsUnknownUntilNodesAreAskedAndGreenWhenTheyAnswer() {
        List<Node> nodes = watched.add("n", "a", "b");
        Judgements before = judge(0);
        assertThat(before.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(before.counts().of(Verdict.UNKNOWN)).isEqualTo(2);

        nodes.forEach(node -> watched.round(node, 1, ANSWERED));
        Judgements now = judge(2, before);
        assertThat(now.verdict()).isEqualTo(Verdict.UP);
        assertThat(now.counts().of(Verdict.UP)).isEqualTo(2);
        assertThat(now.version()).isEqualTo(before.version() + 1);
        assertThat(now.asOf()).isEqualTo(at(2));
        assertThat(now.fleet().nodes()).hasSize(2);
    }

    @Test
    void verdictKeepsItsSinceUntilItChanges() {
        Node node = watched.add("n", "a").getFirst();
        Judgements unknown = judge(0);
        assertThat(node(judge(5, unknown), "a").since()).isEqualTo(at(0));

        watched.round(node, 6, ANSWERED);
        assertThat(node(judge(7, unknown), "a").since()).isEqualTo(at(7));
    }

    @Test
    void findingKeepsItsSinceWhileItStands() {
        Node node = watched.add("n", "a").getFirst();
        watched.round(node, 0, failed(Reason.TIMED_OUT, "first"));
        watched.round(node, 2, failed(Reason.TIMED_OUT, "second"));
        Judgements first = judge(3);
        watched.round(node, 17, failed(Reason.REFUSED, "third"));
        Judgements second = judge(18, first);

        assertThat(node(second, "a").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.since()).isEqualTo(at(3));
            assertThat(finding.because()).isEqualTo("refused: third");
        });

        watched.round(node, 32, ANSWERED);
        Judgements up = judge(33, second);
        watched.round(node, 47, failed(Reason.TIMED_OUT, ""));
        watched.round(node, 49, failed(Reason.TIMED_OUT, ""));
        assertThat(node(judge(50, up), "a").findings())
                .extracting(Finding::rule, Finding::since)
                .containsExactly(tuple("unreachable", at(50)));
    }

    @Test
    void ruleIsGivenItsOwnStandingFindingAlone() {
        watched.add("n", "a", "b");
        var given = new HashMap<NodeId, Optional<Finding>>();
        rules.add(rule("mine", (seen, standing) -> {
            given.put(seen.node().id(), standing);
            return seen.node().id().value().equals("a")
                    ? Optional.of(Finding.of(
                            Subject.of(seen.node()), "mine", Verdict.DEGRADED, "as of " + seen.asOf(), seen.asOf()))
                    : Optional.empty();
        }));
        Judgements first = judge(0);
        assertThat(given.values()).containsOnly(Optional.empty());

        judge(1, first);
        assertThat(given.get(new NodeId("a"))).map(Finding::rule).contains("mine");
        assertThat(given.get(new NodeId("b"))).isEmpty();
    }

    @Test
    void ruleForAnotherKindIsNotAsked() {
        watched.add("n", "a");
        rules.add(new HealthRule() {
            @Override
            public String rule() {
                return "foreign";
            }

            @Override
            public boolean appliesTo(String type) {
                return type.equals("another");
            }

            @Override
            public Optional<Finding> judge(
                    NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
                throw new AssertionError("asked all the same");
            }
        });

        assertThat(node(judge(0), "a").findings()).extracting(Finding::rule).containsExactly("stale");
    }

    @Test
    void ruleThatThrowsLeavesItsNodeUnknownAndEveryoneElseJudged() {
        List<Node> nodes = watched.add("n", "a", "b", "c");
        nodes.subList(0, 2).forEach(node -> watched.round(node, 0, ANSWERED));
        watched.round(nodes.get(2), 0, failed(Reason.TIMED_OUT, ""));
        watched.round(nodes.get(2), 2, failed(Reason.TIMED_OUT, ""));
        rules.addFirst(rule("broken", (seen, _) -> {
            if (seen.node().id().value().equals("b")) {
                return Optional.empty();
            }
            throw new IllegalStateException("a bug");
        }));

        Judgements judged = judge(3);

        assertThat(node(judged, "a").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(node(judged, "a").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("internal");
            assertThat(finding.because()).contains("rule broken").doesNotContain("a bug");
        });
        assertThat(node(judged, "b").verdict()).isEqualTo(Verdict.UP);
        assertThat(node(judged, "c").verdict()).isEqualTo(Verdict.DOWN);
    }

    @Test
    void recursionWithoutEndInARuleIsSurvivedToo() {
        Node node = watched.add("n", "a").getFirst();
        watched.round(node, 0, ANSWERED);
        rules.add(rule("deep", (_, _) -> {
            throw new StackOverflowError();
        }));

        assertThat(node(judge(1), "a").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void kindWithoutALensIsSeenAllTheSame() {
        Node node = watched.add("n", "a").getFirst();
        watched.round(node, 0, ANSWERED);

        NodeJudgement judged = node(judge(1), "a");

        assertThat(judged.verdict()).isEqualTo(Verdict.UP);
        assertThat(judged.view().progress()).isEmpty();
        assertThat(judged.view().software()).isEqualTo(Software.UNKNOWN);
        assertThat(judged.view().job()).isEqualTo("kind");
    }

    @Test
    void nodeThatTheLensLeftOutHasAViewForTheRules() {
        Node node = watched.add("n", "a").getFirst();
        watched.round(node, 0, ANSWERED);
        lenses.add(lens((_, _) -> view(Map.of(), List.of(), List.of())));
        var given = new ArrayList<NetworkView>();
        rules.add(new HealthRule() {
            @Override
            public String rule() {
                return "looks";
            }

            @Override
            public Optional<Finding> judge(
                    NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
                given.add(view);
                return Optional.empty();
            }
        });

        judge(1);

        assertThat(given)
                .singleElement()
                .satisfies(view -> assertThat(view.nodes()).containsKey(node.id()));
    }

    @Test
    void findingsOfTheLensGoToWhomTheyAreAbout() {
        List<Node> nodes = watched.add("n", "a", "b", "c");
        nodes.forEach(node -> watched.round(node, 0, ANSWERED));
        lenses.add(lens((seen, _) -> view(
                Map.of(),
                List.of(),
                List.of(
                        Finding.of(Subject.of(nodes.getFirst()), "odd", Verdict.DOWN, "because", seen.asOf()),
                        Finding.of(Subject.of(seen.network()), "split", Verdict.DEGRADED, "because", seen.asOf()),
                        Finding.of(Subject.of(seen.network()), "halt", Verdict.DOWN, "because", seen.asOf())))));

        Judgements first = judge(1);
        Judgements judged = judge(2, first);

        assertThat(node(judged, "a").verdict()).isEqualTo(Verdict.DOWN);
        assertThat(node(judged, "b").findings()).isEmpty();
        assertThat(network(judged, "n").verdict()).isEqualTo(Verdict.DOWN);
        assertThat(network(judged, "n").findings()).extracting(Finding::rule).containsExactly("halt", "split");
        assertThat(network(judged, "n").findings()).extracting(Finding::since).containsOnly(at(1));
        assertThat(judged.verdict()).isEqualTo(Verdict.DOWN);
    }

    @Test
    void findingOfOneRuleIsShownOnceAndTheWorstOfThem() {
        Node node = watched.add("n", "a").getFirst();
        watched.round(node, 0, ANSWERED);
        lenses.add(lens((seen, _) -> view(
                Map.of(),
                List.of(),
                List.of(
                        Finding.of(Subject.of(node), "odd", Verdict.DEGRADED, "slightly", seen.asOf()),
                        Finding.of(Subject.of(node), "odd", Verdict.DOWN, "very", seen.asOf())))));

        assertThat(node(judge(1), "a").findings()).extracting(Finding::because).containsExactly("very");
    }

    @Test
    void derivedReadingsGoToWhomTheyAreAbout() {
        Node node = watched.add("n", "a").getFirst();
        lenses.add(lens((seen, _) -> view(
                Map.of(),
                List.of(
                        Reading.derived(Subject.of(node), HEIGHT, 1, "counted"),
                        Reading.derived(Subject.of(seen.network()), HEIGHT, 2, "the highest")),
                List.of())));

        Judgements judged = judge(1);

        assertThat(node(judged, "a").derived()).extracting(Reading::value).containsExactly(1.0);
        assertThat(network(judged, "n").derived()).extracting(Reading::value).containsExactly(2.0);
    }

    @Test
    void versionsAreSortedAndThoseThatTellNothingLeftOut() {
        List<Node> nodes = watched.add("n", "a", "b", "c", "d", "e", "f");
        var told = Map.of(
                "a", new Software(Optional.of("y"), Optional.of("1.0")),
                "b", new Software(Optional.of("x"), Optional.of("2.0")),
                "c", new Software(Optional.of("x"), Optional.of("1.0")),
                "d", new Software(Optional.of("x"), Optional.empty()),
                "e", new Software(Optional.of("x"), Optional.of("1.0")));
        lenses.add(lens((_, _) -> {
            var views = new HashMap<NodeId, NodeView>();
            nodes.forEach(node -> views.put(
                    node.id(),
                    new NodeView(
                            Optional.empty(),
                            Optional.empty(),
                            told.getOrDefault(node.id().value(), Software.UNKNOWN),
                            "job",
                            new LinkedHashMap<>())));
            return view(views, List.of(), List.of());
        }));

        assertThat(network(judge(1), "n").versions())
                .containsExactly(
                        version("x", Optional.empty(), "d"),
                        version("x", Optional.of("1.0"), "c", "e"),
                        version("x", Optional.of("2.0"), "b"),
                        version("y", Optional.of("1.0"), "a"));
        assertThat(network(judge(1), "n").findings())
                .filteredOn(finding -> finding.rule().equals("version-mix"))
                .singleElement()
                .satisfies(mix -> {
                    assertThat(mix.verdict()).isEqualTo(Verdict.UP);
                    assertThat(mix.because()).isEqualTo("x runs in 1.0 and in 2.0");
                });
    }

    @Test
    void lensIsGivenItsViewBeforeOnlyOfTheSameSettings() {
        var befores = new ArrayList<Optional<NetworkView>>();
        lenses.add(lens((_, before) -> {
            befores.add(before);
            return view(Map.of(), List.of(), List.of());
        }));
        Judgements first = judged(Watched.network("n", "kind", new Depth(1)), none());
        Judgements second = judged(Watched.network("n", "kind", new Depth(1)), first);
        judged(Watched.network("n", "kind", new Depth(2)), second);
        judged(Watched.network("m", "kind", new Depth(1)), second);

        assertThat(befores)
                .containsExactly(
                        Optional.empty(), Optional.of(network(first, "n").view()), Optional.empty(), Optional.empty());
    }

    @Test
    void lensThatThrowsLeavesItsNetworkAndNodesUnknownAndTheOtherNetworkJudged() {
        Network own = watched.add(Watched.network("own"));
        Node healthy = watched.add(Watched.node("a", own));
        Node dead = watched.add(Watched.node("b", own));
        Network other = watched.add(Watched.network("other", "another", new NetworkSettings.None()));
        Node elsewhere = watched.add(Watched.node("c", other));
        List.of(healthy, elsewhere).forEach(node -> watched.round(node, 0, ANSWERED));
        watched.round(dead, 0, failed(Reason.TIMED_OUT, ""));
        watched.round(dead, 2, failed(Reason.TIMED_OUT, ""));
        lenses.add(lens((_, _) -> {
            throw new IllegalStateException("a bug");
        }));

        Judgements judged = judge(3);

        assertThat(network(judged, "own").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(network(judged, "own").findings()).extracting(Finding::rule).containsExactly("internal");
        assertThat(node(judged, "a").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(node(judged, "b").verdict()).isEqualTo(Verdict.DOWN);
        assertThat(node(judged, "b").findings()).extracting(Finding::rule).containsExactly("unreachable", "internal");
        assertThat(network(judged, "other").verdict()).isEqualTo(Verdict.UP);
    }

    @Test
    void lensThatThrewIsNotGivenTheViewThatStoodInForIts() {
        watched.add("n", "a");
        var befores = new ArrayList<Optional<NetworkView>>();
        lenses.add(lens((seen, before) -> {
            befores.add(before);
            if (seen.asOf().equals(at(0))) {
                throw new IllegalStateException("a bug");
            }
            return view(Map.of(), List.of(), List.of());
        }));
        Judgements first = judge(0);
        Judgements second = judge(1, first);
        judge(2, second);

        assertThat(befores)
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(network(second, "n").view()));
        assertThat(network(second, "n").findings()).isEmpty();
    }

    @Test
    void findingAboutSomebodyElseIsAFaultOfTheLensAndNotLost() {
        watched.add("n", "a");
        lenses.add(lens((seen, _) -> view(
                Map.of(),
                List.of(),
                List.of(Finding.of(
                        new Subject.OfNode(new NodeId("stranger")), "odd", Verdict.DOWN, "because", seen.asOf())))));

        assertThat(network(judge(0), "n").findings()).extracting(Finding::rule).containsExactly("internal");
    }

    @Test
    void kindWithTwoLensesIsRefused() {
        lenses.add(lens((_, _) -> view(Map.of(), List.of(), List.of())));
        lenses.add(lens((_, _) -> view(Map.of(), List.of(), List.of())));

        assertThatIllegalStateException().isThrownBy(this::judge);
    }

    @Test
    void networkFollowsThePolicy() {
        List<Node> nodes = watched.add("n", "a", "b", "c");
        watched.round(nodes.getFirst(), 0, ANSWERED);
        nodes.subList(1, 3).forEach(node -> {
            watched.round(node, 0, failed(Reason.TIMED_OUT, ""));
            watched.round(node, 2, failed(Reason.TIMED_OUT, ""));
        });

        Judgements judged = judge(3);

        assertThat(network(judged, "n").verdict()).isEqualTo(Verdict.DOWN);
        assertThat(network(judged, "n").nodes().of(Verdict.DOWN)).isEqualTo(2);
        assertThat(judged.verdict()).isEqualTo(Verdict.DOWN);
    }

    @Test
    void gatewayFaultMakesTheFleetUnknownAndLeavesItsNodesDown() {
        for (Node node : watched.add("n", "a", "b", "c")) {
            watched.round(node, 0, failed(Reason.TIMED_OUT, ""));
            watched.round(node, 2, failed(Reason.TIMED_OUT, ""));
        }

        Judgements judged = judge(3);

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.findings()).extracting(Finding::rule).containsExactly("gateway-fault");
        assertThat(judged.counts().of(Verdict.DOWN)).isEqualTo(3);
        assertThat(network(judged, "n").verdict()).isEqualTo(Verdict.DOWN);
    }

    private Judge judge() {
        return new Judge(
                lenses,
                rules,
                List.of(new GatewayFault()),
                new FleetHealthProperties(DownWhen.MAJORITY),
                new OwnFaults());
    }

    private Judgements none() {
        return judge().unjudged(0, at(0), List.of());
    }

    private Judgements judge(long second) {
        return judge(second, none());
    }

    private Judgements judge(long second, Judgements before) {
        return judge().judge(watched.fleet(), watched.seen(second), before);
    }

    /** A fleet of this network alone, without nodes. */
    private Judgements judged(Network network, Judgements before) {
        var alone = new Watched();
        alone.add(network);
        return judge().judge(alone.fleet(), alone.seen(0), before);
    }

    private static NodeJudgement node(Judgements judged, String id) {
        return Optional.ofNullable(judged.nodes().get(new NodeId(id))).orElseThrow();
    }

    private static NetworkJudgement network(Judgements judged, String name) {
        return Optional.ofNullable(judged.networks().get(name)).orElseThrow();
    }

    private static Version version(String name, Optional<String> version, String... ids) {
        return new Version(
                Optional.of(name),
                version,
                List.of(ids).stream().map(NodeId::new).toList());
    }

    private static NetworkView view(Map<NodeId, NodeView> nodes, List<Reading> readings, List<Finding> findings) {
        return new NetworkView(Optional.empty(), nodes, readings, new LinkedHashMap<>(), findings);
    }

    private static NetworkLens lens(BiFunction<NetworkSnapshot, Optional<NetworkView>, NetworkView> sees) {
        return new NetworkLens() {
            @Override
            public String type() {
                return "kind";
            }

            @Override
            public NetworkView view(NetworkSnapshot seen, Optional<NetworkView> before) {
                return sees.apply(seen, before);
            }
        };
    }

    private static HealthRule rule(String id, BiFunction<NodeSnapshot, Optional<Finding>, Optional<Finding>> judges) {
        return new HealthRule() {
            @Override
            public String rule() {
                return id;
            }

            @Override
            public Optional<Finding> judge(
                    NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
                return judges.apply(seen, standing);
            }
        };
    }

    private record Depth(int blocks) implements NetworkSettings {}
}
