package io.github.nodesonde.chain.genlayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Epoch;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One validator, looked at every minute, as the lens remembers it. */
class NotSigningTests {

    private static final Address VALIDATOR =
            Address.parse("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed").orElseThrow();
    private static final Duration STAKING_AGE_LIMIT = Duration.ofMinutes(3);

    private final GenLayerLens lens = new GenLayerLens();
    private final NotSigning rule = new NotSigning();
    private final Node node = Fixtures.node(Optional.of(VALIDATOR));
    private Instant now = Fixtures.NOW;
    private Optional<NetworkView> view = Optional.empty();
    private Optional<Finding> finding = Optional.empty();
    private boolean active = true;

    @Test
    void validatorThatStandsStillForAnHourIsTold() {
        watch(60, page(1, 5, 5));
        assertThat(finding).isEmpty();

        look(page(1, 5, 5));

        assertThat(finding)
                .get()
                .returns("not-signing", Finding::rule)
                .returns(Verdict.DEGRADED, Finding::verdict)
                .returns("active and synced, yet neither committed nor revealed for 60 minutes", Finding::because)
                .returns(Optional.of(3600.0), Finding::observed)
                .returns(Optional.of(3600.0), Finding::threshold);
    }

    @Test
    void oneVoteOrRevealEndsIt() {
        watch(61, page(1, 5, 5));
        assertThat(finding).isPresent();

        look(page(1, 6, 5));
        assertThat(finding).isEmpty();

        watch(60, page(1, 6, 6));
        assertThat(finding).isEmpty();
        look(page(1, 6, 6));
        assertThat(finding).isPresent();
        look(page(1, 6, 7));
        assertThat(finding).isEmpty();
    }

    @Test
    void whoIsNotSyncedNeedNotSignAndIsWatchedAnewOnceItIs() {
        watch(59, page(1, 5, 5));
        look(page(0, 5, 5));
        watch(60, page(1, 5, 5));
        assertThat(finding).isEmpty();

        look(page(1, 5, 5));
        assertThat(finding).isPresent();
    }

    @Test
    void whoIsNotActiveNeedNotSignAndIsWatchedAnewOnceItIs() {
        watch(59, page(1, 5, 5));
        active = false;
        watch(120, page(1, 5, 5));
        assertThat(finding).isEmpty();
        active = true;
        watch(60, page(1, 5, 5));
        assertThat(finding).isEmpty();

        look(page(1, 5, 5));
        assertThat(finding).isPresent();
    }

    @Test
    void whoWasLostFromSightIsWatchedAnew() {
        watch(59, page(1, 5, 5));
        now = now.plusSeconds(60);
        judge(Optional.empty());
        watch(60, page(1, 5, 5));

        assertThat(finding).isEmpty();
    }

    @Test
    void whoDoesNotTellIsUnknown() {
        watch(120, "genlayer_node_synced 1\n");
        assertThat(finding).isEmpty();
        watch(120, """
                genlayer_node_transactions_validator_commit_total 5
                genlayer_node_transactions_validator_reveal_total 5
                """);
        assertThat(finding).isEmpty();
    }

    @Test
    void hourByWhichTheClockWasSetForwardIsNoHourOfIdling() {
        watch(30, page(1, 5, 5));
        now = now.plus(Duration.ofHours(1));
        view = view.map(stood -> stood.later(Duration.ofHours(1)));
        watch(30, page(1, 5, 5));
        assertThat(finding).isEmpty();

        look(page(1, 5, 5));
        assertThat(finding).isPresent();
    }

    @Test
    void clockThatIsSetBackBeginsAnew() {
        watch(59, page(1, 5, 5));
        now = now.minus(Duration.ofHours(5));
        watch(60, page(1, 5, 5));
        assertThat(finding).isEmpty();

        look(page(1, 5, 5));
        assertThat(finding).isPresent();
    }

    @Test
    void countsThatBeginAnewAreASignOfLife() {
        watch(60, page(1, 5, 5));
        watch(60, page(1, 0, 0));

        assertThat(finding).isEmpty();
    }

    private static String page(int synced, int committed, int revealed) {
        return """
                genlayer_node_synced %d
                genlayer_node_transactions_validator_commit_total %d
                genlayer_node_transactions_validator_reveal_total %d
                """.formatted(synced, committed, revealed);
    }

    /** As many looks, a minute apart. */
    private void watch(int looks, String page) {
        for (int i = 0; i < looks; i++) {
            look(page);
        }
    }

    private void look(String page) {
        now = now.plusSeconds(60);
        judge(Optional.of(Fixtures.answered(Fixtures.metrics(page))));
    }

    private void judge(Optional<ProbeResult.Answered> metrics) {
        var probes = new LinkedHashMap<String, ProbeState>();
        metrics.ifPresent(
                answer -> probes.put("metrics", ProbeState.pending("metrics").after(outcome(answer))));
        probes.put("staking", ProbeState.pending("staking", STAKING_AGE_LIMIT).after(outcome(staking())));
        var seen = new NodeSnapshot(node, now, probes, List.of());
        view = Optional.of(lens.view(new NetworkSnapshot(Fixtures.NETWORK, now, List.of(seen)), view));
        finding = rule.judge(seen, Fixtures.NETWORK, view.get(), finding);
    }

    private Round.Outcome outcome(ProbeResult.Answered answer) {
        return new Round.Outcome(answer, now, Duration.ofMillis(5));
    }

    private ProbeResult.Answered staking() {
        var state = new StakingState(
                now,
                OptionalLong.empty(),
                new Epoch(12, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.of(Listing.whole(active ? Set.of(VALIDATOR) : Set.of())),
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        VALIDATOR,
                        new ValidatorAnswer.Known(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        var told = new NetworkStaking(StakingSettings.Source.RPC, Periods.DEFAULT, state);
        return Fixtures.answered(new ValidatorStaking(told, VALIDATOR, state.figures(VALIDATOR, Periods.DEFAULT)));
    }
}
