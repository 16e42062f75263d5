package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.chain.lean.client.KnownClient;
import io.github.nodesonde.chain.lean.client.LeanClient;
import io.github.nodesonde.chain.lean.client.LeanGenesis;
import io.github.nodesonde.chain.lean.client.LeanHealth;
import io.github.nodesonde.chain.lean.client.LeanPage;
import io.github.nodesonde.chain.lean.client.LeanSyncing;
import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.client.NodeState;
import io.github.nodesonde.chain.lean.client.Told;
import io.github.nodesonde.chain.lean.forkchoice.ToldTree;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One node of a network, with what of it counts for the network. What it did not tell, or too long ago, is empty.
 *
 * @param head its head slot
 * @param current its current slot by its own clock
 * @param startedAt when its process started, in seconds since the epoch
 * @param reported what it says of its own sync
 * @param page what its metrics page told beside its signals
 * @param genesis what it said of the chain's beginning; counts however long ago, for it cannot change under a process
 */
public record WatchedNode(
        NodeSnapshot seen,
        Optional<KnownClient> client,
        Optional<Told> head,
        Optional<Told> current,
        Optional<Told> startedAt,
        Optional<SyncReport> reported,
        Optional<LeanPage> page,
        Optional<LeanGenesis> genesis) {

    private static final int ROUNDS_WITHOUT_PEERS = 2;
    private static final Duration TIME_TO_FIND_PEERS = Duration.ofSeconds(20);

    public static WatchedNode of(NodeSnapshot seen, Optional<KnownClient> client) {
        Optional<LeanPage> page = fresh(seen, LeanPage.class);
        return new WatchedNode(
                seen,
                client,
                Told.by(seen, NodeSignals.SLOT_HEAD),
                Told.by(seen, NodeSignals.SLOT_CURRENT),
                Told.by(seen, NodeSignals.PROCESS_START_TIME),
                SyncReport.first(fresh(seen, LeanHealth.class), fresh(seen, LeanSyncing.class), page),
                page,
                answered(seen, LeanGenesis.class, false));
    }

    public NodeId nodeId() {
        return seen.node().id();
    }

    public String id() {
        return nodeId().value();
    }

    public Software software() {
        return page.map(LeanPage::software).orElse(Software.UNKNOWN);
    }

    /** How many validators it says that the chain's registry holds. */
    Optional<Long> registrySize() {
        return genesis.flatMap(LeanGenesis::validators)
                .or(() -> ToldTree.of(seen).flatMap(tree -> tree.forkChoice().validators()));
    }

    NodeState state() {
        return page.map(LeanPage::state).orElse(NodeState.UNTOLD);
    }

    /** Whether anything that it told still counts. */
    boolean isFresh() {
        return seen.fresh().findAny().isPresent();
    }

    /** What its current slot is worth as a clock; nothing while nobody knows which client it is. */
    public LeanClient.OwnClock ownClock() {
        return client.map(known -> known.client().ownClock()).orElse(LeanClient.OwnClock.NONE);
    }

    /** By how many slots its own clock is ahead of the wall slot of that moment; negative when it is behind. */
    public Optional<Long> clockSkew(Optional<SlotClock> clock) {
        return current.filter(_ -> ownClock() != LeanClient.OwnClock.NONE)
                .flatMap(own -> clock.flatMap(wall -> wall.at(own.at())).map(slot -> own.slot() - slot));
    }

    /** Whether its process had run for less than that when it told something at that instant. */
    boolean isYounger(Instant at, Duration age) {
        return startedAt
                .filter(start -> {
                    double running = at.toEpochMilli() / 1000.0 - start.value();
                    return Math.abs(running) < age.toSeconds();
                })
                .isPresent();
    }

    /**
     * Whether it told twice in a row that it has no peers, after it had time to find some. A node that does not tell when
     * it started is given the benefit of the doubt.
     */
    boolean isWithoutPeers() {
        return Told.by(seen, NodeSignals.PEERS_CONNECTED)
                .filter(peers -> peers.value() == 0)
                .filter(peers -> hadTimeToFindPeers(peers.at()))
                .filter(_ -> newestPeers().equals(List.of(0.0, 0.0)))
                .isPresent();
    }

    private boolean hadTimeToFindPeers(Instant at) {
        return startedAt
                .filter(start -> at.toEpochMilli() / 1000.0 - start.value() >= TIME_TO_FIND_PEERS.toSeconds())
                .isPresent();
    }

    /** The number of peers in the newest rounds that told it. */
    private List<Double> newestPeers() {
        return seen.rounds().stream()
                .flatMap(round -> Told.in(round, NodeSignals.PEERS_CONNECTED).stream())
                .limit(ROUNDS_WITHOUT_PEERS)
                .toList();
    }

    private static <T extends Record> Optional<T> fresh(NodeSnapshot seen, Class<T> type) {
        return answered(seen, type, true);
    }

    private static <T extends Record> Optional<T> answered(NodeSnapshot seen, Class<T> type, boolean freshOnly) {
        for (ProbeState probe : seen.probes().values()) {
            Optional<Record> report = probe.answer().flatMap(ProbeResult.Answered::report);
            if (report.filter(type::isInstance).isPresent() && (!freshOnly || seen.isFresh(probe))) {
                return report.map(type::cast);
            }
        }
        return Optional.empty();
    }
}
