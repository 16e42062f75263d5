package io.github.nodesonde.chain.lean.forkchoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.lean.forkchoice.ForksTopic.State;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForkChoiceViewTests {

    private static final ToldTree AHEAD = Told.tree("ahead", Told.trunk(100, 90));
    private static final ToldTree BEHIND = Told.tree("behind", Told.trunk(95, 90));
    private static final ToldTree APART = Told.tree("apart", Told.branch(97, 1, 94, 90));

    @Test
    void nodeThatIsMerelyBehindIsOnTheSameChain() {
        ForksTopic forks = view(AHEAD, BEHIND).forks();

        assertThat(forks.state()).isEqualTo(State.NONE);
        assertThat(forks.groups())
                .containsExactly(
                        new ForksTopic.OneChain(100, Told.block(100, 0).root().toString(), List.of("ahead", "behind")));
        assertThat(forks.depthBlocks()).contains(0);
        assertThat(forks.commonSlot()).isEmpty();
        assertThat(forks.since()).isEmpty();
    }

    @Test
    void siblingsOfOneSlotAreTransientAtFirst() {
        ForksTopic forks = view(Told.tree("a", Told.branch(100, 1, 99, 90)), Told.tree("b", Told.trunk(100, 90)))
                .forks();

        assertThat(forks.state()).isEqualTo(State.TRANSIENT);
        assertThat(forks.groups()).hasSize(2);
        assertThat(forks.commonSlot()).contains(99L);
        assertThat(forks.commonRoot()).contains(Told.block(99, 0).root().toString());
        assertThat(forks.depthBlocks()).contains(1);
        assertThat(forks.since()).contains(Told.NOON);
    }

    @Test
    void whenTheClockIsSetTheBeginningOfAForkIsDatedAnew() {
        ForksTopic forks = view(AHEAD, APART).forks();

        assertThat(forks.later(Duration.ofHours(1)).since()).contains(Told.NOON.plusSeconds(3600));
        assertThat(forks.later(Duration.ofHours(1)).later(Duration.ofHours(-1))).isEqualTo(forks);
    }

    @Test
    void depthIsThatOfTheShorterSide() {
        ForksTopic forks = view(AHEAD, APART).forks();

        assertThat(forks.commonSlot()).contains(94L);
        assertThat(forks.depthBlocks()).contains(3);
    }

    @Test
    void nodeBehindThePartingIsCountedToTheLargerChainAndHidesNoFork() {
        ToldTree old = Told.tree("old", Told.trunk(92, 90));
        ForksTopic forks = view(AHEAD, APART, Told.tree("apart-2", Told.branch(97, 1, 94, 90)), old)
                .forks();

        assertThat(forks.groups())
                .extracting(ForksTopic.OneChain::nodes)
                .containsExactly(List.of("apart", "apart-2", "old"), List.of("ahead"));
    }

    @Test
    void headBelowAnothersFinalizedSlotIsStuck() {
        ForkChoiceView view = view(AHEAD, BEHIND, Told.tree("left", Told.trunk(80, 70)));

        assertThat(view.forks().undecidable()).containsExactly("left");
        assertThat(view.forks().state()).isEqualTo(State.NONE);
        assertThat(findings(view))
                .containsExactly("left stuck: its head, slot 80 (0xabcdef00…), lies below slot 90, which ahead holds"
                        + " finalized");
    }

    @Test
    void ofTwoNodesTheOneLeftBehindIsStuck() {
        ForksTopic forks = view(AHEAD, Told.tree("left", Told.trunk(80, 70))).forks();

        assertThat(forks.undecidable()).containsExactly("left");
        assertThat(forks.state()).isEqualTo(State.NONE);
    }

    @Test
    void nodeOfAnotherNetworkIsStuckAndNobodyElse() {
        ToldTree stranger = Told.tree("stranger", Told.branch(4000, 9, 0, 3950));
        ForkChoiceView view = view(AHEAD, BEHIND, stranger);

        assertThat(view.forks().undecidable()).containsExactly("stranger");
        assertThat(findings(view))
                .containsExactly("stranger stuck: no block below its head, slot 4000 (0xabcdef00…), is in the tree of"
                        + " ahead; it shares one with 0 of 2 other nodes");
    }

    @Test
    void twoStrangersAreBothUndecidable() {
        ForksTopic forks =
                view(AHEAD, Told.tree("b", Told.branch(99, 1, 0, 90))).forks();

        assertThat(forks.undecidable()).containsExactly("ahead", "b");
        assertThat(forks.state()).isEqualTo(State.UNKNOWN);
        assertThat(forks.depthBlocks()).isEmpty();
    }

    @Test
    void fewerThanTwoTreesTellNothing() {
        assertThat(view().forks())
                .isEqualTo(new ForksTopic(
                        State.UNKNOWN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()));
        assertThat(view(AHEAD).forks().state()).isEqualTo(State.UNKNOWN);
        assertThat(lines(view())).isEmpty();
        assertThat(lines(view(AHEAD)))
                .containsExactly(
                        "nodesonde_network_justified_slot 90.0",
                        "nodesonde_network_finalized_slot 90.0",
                        "nodesonde_network_finality_lag_slots 10.0",
                        "nodesonde_network_finality_stalled 0.0",
                        "nodesonde_network_finality_conflict 0.0");
    }

    @Test
    void forkThatLastsForThreePollsIsForkedUntilItHeals() {
        var states = new ArrayList<String>();
        Optional<NetworkView> before = Optional.empty();
        var told = new ArrayList<Instant>();
        for (int poll = 0; poll < 6; poll++) {
            told.addFirst(Told.NOON.plusSeconds(4L * poll));
            boolean apart = poll > 0 && poll < 5;
            Chain other = apart ? Told.branch(97, 1, 94, 90) : Told.trunk(97, 90);
            ForkChoiceView view = ForkChoiceView.of(
                    List.of(
                            Told.tree("a", Told.trunk(100, 90), Told.block(90, 0), told),
                            Told.tree("b", other, Told.block(90, 0), told)),
                    Told.NOWHERE_ELSE,
                    ForkLimits.DEFAULT,
                    told.getFirst(),
                    before);
            states.add(view.forks().state()
                    + view.forks().since().map(at -> " " + at).orElse(""));
            before = Optional.of(shown(view));
        }

        assertThat(states)
                .containsExactly(
                        "NONE",
                        "TRANSIENT 2026-11-22T12:00:04Z",
                        "TRANSIENT 2026-11-22T12:00:04Z",
                        "FORKED 2026-11-22T12:00:04Z",
                        "FORKED 2026-11-22T12:00:04Z",
                        "NONE");
    }

    @Test
    void judgingOftenerThanPollingDoesNotMakeAFork() {
        Optional<NetworkView> before = Optional.empty();
        for (int look = 0; look < 20; look++) {
            ForkChoiceView view = ForkChoiceView.of(
                    List.of(AHEAD, APART), Told.NOWHERE_ELSE, ForkLimits.DEFAULT, Told.NOON.plusSeconds(look), before);
            before = Optional.of(shown(view));
            assertThat(view.forks().state()).isEqualTo(State.TRANSIENT);
        }
    }

    @Test
    void forkNamesChainsNodesAndWhereTheyPart() {
        ForkChoiceView view = ForkChoiceView.of(
                List.of(AHEAD, APART), Told.NOWHERE_ELSE, new ForkLimits(1, 64), Told.NOON, Optional.empty());

        assertThat(findings(view))
                .containsExactly("devnet fork: 2 chains part above slot 94 (0xabcdef00…): apart at slot 97"
                        + " (0xabcdef00…); ahead at slot 100 (0xabcdef00…)");
        assertThat(lines(view))
                .contains(
                        "nodesonde_network_forked 1.0",
                        "nodesonde_network_fork_groups 2.0",
                        "nodesonde_network_fork_depth_blocks 3.0",
                        "nodesonde_network_fork_undecidable_nodes 0.0");
    }

    @Test
    void oneFinalizedSlotWithTwoRootsIsAConflict() {
        ForkChoiceView view = view(
                Told.tree("a", Told.trunk(100, 90), Told.block(90, 0)),
                Told.tree("b", Told.branch(100, 1, 85, 80), Told.block(90, 1)));

        assertThat(view.finality().conflicts())
                .containsExactly(new FinalityConflicts.Conflict(
                        90,
                        List.of(
                                new FinalityConflicts.Held(
                                        Told.block(90, 0).root().toString(), List.of("a")),
                                new FinalityConflicts.Held(
                                        Told.block(90, 1).root().toString(), List.of("b")))));
        assertThat(findings(view))
                .anyMatch(finding -> finding.startsWith("devnet finality-conflict: slot 90 is finalized, and has root"
                        + " 0xabcdef00… with a, root 0xabcdef00… with b"));
    }

    @Test
    void finalizedRootMissingFromAHeadsAncestryIsAConflict() {
        ForkChoiceView view = view(
                Told.tree("a", Told.trunk(100, 90), Told.block(90, 0)),
                Told.tree("b", Told.branch(100, 1, 85, 80), Told.block(80, 0)));

        assertThat(view.finality().conflicts()).hasSize(1);
    }

    @Test
    void genesisIsNeverInConflict() {
        var zeros = new Block(0, new Root(0, 0, 0, 0));

        assertThat(view(Told.tree("a", Told.trunk(5, 0), zeros), Told.tree("b", Told.trunk(5, 0)))
                        .finality()
                        .conflicts())
                .isEmpty();
    }

    @Test
    void finalityStallsByTheMaximaAndSinceItBegan() {
        ToldTree canary = Told.tree("canary", Told.trunk(165, 90), Told.block(90, 0));
        var asOf = Told.NOON.plusSeconds(60);
        ForkChoiceView first =
                ForkChoiceView.of(List.of(canary), Told.NOWHERE_ELSE, ForkLimits.DEFAULT, Told.NOON, Optional.empty());
        ForkChoiceView later = ForkChoiceView.of(
                List.of(canary), Told.NOWHERE_ELSE, ForkLimits.DEFAULT, asOf, Optional.of(shown(first)));

        assertThat(later.finality().stalled()).contains(true);
        assertThat(later.finality().since()).contains(Told.NOON);
        assertThat(findings(later))
                .containsExactly("devnet finality-stall: the highest finalized slot 90 is 75 behind the highest head");
        assertThat(ForkChoiceView.of(
                                List.of(canary),
                                new SlotMaxima(Optional.empty(), Optional.empty(), Optional.of(101L)),
                                ForkLimits.DEFAULT,
                                asOf,
                                Optional.of(shown(later)))
                        .finality()
                        .since())
                .as("another node finalized slot 101")
                .isEmpty();
    }

    @Test
    void majorityDecidesWhichRootIsFinalizedAndOnATieNobodyDoes() {
        ToldTree strange = Told.tree("strange", Told.trunk(100, 90), Told.block(90, 7));

        assertThat(FinalizedRoots.dissenters(List.of(AHEAD, BEHIND, strange))).containsExactly(new NodeId("strange"));
        assertThat(FinalizedRoots.dissenters(List.of(AHEAD, strange)))
                .containsExactly(new NodeId("ahead"), new NodeId("strange"));
        assertThat(FinalizedRoots.dissenters(List.of(AHEAD, Told.tree("later", Told.trunk(100, 91)))))
                .isEmpty();
    }

    private static ForkChoiceView view(ToldTree... trees) {
        return ForkChoiceView.of(List.of(trees), Told.NOWHERE_ELSE, ForkLimits.DEFAULT, Told.NOON, Optional.empty());
    }

    private static NetworkView shown(ForkChoiceView view) {
        var topics = new LinkedHashMap<String, Record>();
        topics.put(FinalityTopic.NAME, view.finality());
        topics.put(ForksTopic.NAME, view.forks());
        return new NetworkView(Optional.empty(), Map.of(), List.of(), topics, List.of());
    }

    private static List<String> lines(ForkChoiceView view) {
        return view.readings(Told.NETWORK).stream()
                .map(ForkChoiceViewTests::line)
                .toList();
    }

    private static String line(Reading reading) {
        return reading.signal().name() + " " + reading.value();
    }

    private static List<String> findings(ForkChoiceView view) {
        Stream<Finding> found = view.findings(Told.NETWORK, ForkLimits.DEFAULT, Told.NOON).stream();
        return found.map(finding -> switch (finding.subject()) {
                            case Subject.OfNode node -> node.id().value();
                            case Subject.OfNetwork network -> network.name();
                            case Subject.OfFleet _ -> "fleet";
                        }
                        + " " + finding.rule() + ": " + finding.because())
                .toList();
    }
}
