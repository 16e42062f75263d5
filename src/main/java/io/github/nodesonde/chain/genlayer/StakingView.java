package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Epoch;
import io.github.nodesonde.chain.genlayer.staking.ValidatorFigures;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What the fresh staking state of a network shows, as of now: countdowns run on between two rounds. */
final class StakingView {

    static final String EPOCH_OVERDUE = "epoch-overdue";

    private static final double NANOS_PER_SECOND = 1e9;

    private final NetworkSnapshot seen;
    private final ValidatorMemory validators;
    private final Optional<NetworkStaking> told;

    private StakingView(NetworkSnapshot seen, ValidatorMemory validators) {
        this.seen = seen;
        this.validators = validators;
        this.told = seen.report(StakingProbe.NAME, NetworkStaking.class);
    }

    /** @param validators what is known of the nodes' validators as of now */
    static StakingView of(NetworkSnapshot seen, ValidatorMemory validators) {
        return new StakingView(seen, validators);
    }

    static Optional<ValidatorStaking> of(NodeSnapshot node) {
        return node.report(StakingProbe.NAME, ValidatorStaking.class);
    }

    static Optional<Address> operator(NodeSnapshot node) {
        return of(node).flatMap(ValidatorStaking::figures).flatMap(ValidatorFigures::operator);
    }

    /** The topics of the network, by name. */
    SequencedMap<String, Record> topics() {
        var topics = new LinkedHashMap<String, Record>();
        topics.put(EpochTopic.NAME, EpochTopic.of(told, seen.asOf()));
        topics.put(ValidatorsTopic.NAME, ValidatorsTopic.of(told, validators.validators(seen)));
        return topics;
    }

    /** Whether nodes of the network have a topic about their staking. */
    boolean isAsked() {
        return ((GenLayerNetworkSettings) seen.network().settings()).staking().isPresent();
    }

    List<Reading> readings() {
        var readings = new ArrayList<Reading>();
        epoch().ifPresent(epoch -> {
            Instant now = seen.asOf();
            readings.add(reading(StakingSignals.EPOCH_CURRENT, (double) epoch.number()));
            epoch.startedAt()
                    .ifPresent(at -> readings.add(reading(StakingSignals.EPOCH_START, (double) at.getEpochSecond())));
            epoch.untilNext(now)
                    .ifPresent(left -> readings.add(reading(StakingSignals.EPOCH_UNTIL_NEXT, seconds(left))));
            epoch.overdue(now)
                    .ifPresent(overdue -> readings.add(reading(StakingSignals.EPOCH_OVERDUE, overdue ? 1 : 0)));
        });
        return readings;
    }

    List<Finding> findings() {
        Instant now = seen.asOf();
        return epoch().filter(epoch -> epoch.overdue(now).orElse(false)).stream()
                .map(epoch -> Finding.of(
                        Subject.of(seen.network()),
                        EPOCH_OVERDUE,
                        Verdict.DEGRADED,
                        "epoch " + epoch.number() + " might have ended "
                                + epoch.earliestNextAt().map(at -> "at " + at).orElse("by now")
                                + " and has not",
                        now))
                .toList();
    }

    private Optional<Epoch> epoch() {
        return told.map(staking -> staking.state().epoch());
    }

    private Reading reading(Signal signal, double value) {
        return Reading.derived(Subject.of(seen.network()), signal, value, signal.source());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS_PER_SECOND;
    }
}
