package io.github.nodesonde.chain.lean;

import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One node of a network, with what of it counts for the network.
 *
 * @param head its head slot; empty while unknown
 * @param syncedReported whether it says that it is synced; empty when it does not tell
 */
record WatchedNode(NodeSnapshot seen, Optional<Told> head, Optional<Boolean> syncedReported) {

    private static final int ROUNDS_WITHOUT_PEERS = 2;
    private static final Duration TIME_TO_FIND_PEERS = Duration.ofSeconds(20);

    static WatchedNode of(NodeSnapshot seen) {
        return new WatchedNode(
                seen,
                Told.by(seen, LeanSignals.SLOT_HEAD),
                seen.report(LeanHealthProbe.NAME, LeanHealth.class).flatMap(LeanHealth::synced));
    }

    String id() {
        return seen.node().id().value();
    }

    /**
     * Whether it told twice in a row that it has no peers, after it had time to find some. A node that does not tell when
     * it started is given the benefit of the doubt.
     */
    boolean isWithoutPeers() {
        return Told.by(seen, LeanSignals.PEERS_CONNECTED)
                .filter(peers -> peers.value() == 0)
                .filter(peers -> hadTimeToFindPeers(peers.at()))
                .filter(_ -> newestPeers().equals(List.of(0.0, 0.0)))
                .isPresent();
    }

    private boolean hadTimeToFindPeers(Instant at) {
        return Told.by(seen, LeanSignals.PROCESS_START_TIME)
                .filter(start -> at.toEpochMilli() / 1000.0 - start.value() >= TIME_TO_FIND_PEERS.toSeconds())
                .isPresent();
    }

    /** The number of peers in the newest rounds that told it. */
    private List<Double> newestPeers() {
        return seen.rounds().stream()
                .flatMap(round -> round.outcomes().values().stream())
                .flatMap(outcome -> outcome.result() instanceof ProbeResult.Answered answered
                        ? answered.readings().stream()
                        : Stream.empty())
                .filter(reading -> reading.signal().equals(LeanSignals.PEERS_CONNECTED))
                .map(Reading::value)
                .limit(ROUNDS_WITHOUT_PEERS)
                .toList();
    }
}
