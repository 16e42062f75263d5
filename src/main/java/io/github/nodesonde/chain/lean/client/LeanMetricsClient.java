package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.probe.BadAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A client that prints the series of leanMetrics, {@code lean_*}, and answers below {@code /lean/v0}. What it leaves out
 * is absent; which series that are differs from client to client and from version to version.
 */
interface LeanMetricsClient extends LeanClient {

    /** Far above what a registry holds; what is beyond it is no number of validators. */
    long MOST_VALIDATORS = 1_000_000;

    /** What it calls itself in {@code lean_node_info}, in lower case. */
    default Set<String> calledItself() {
        return Set.of(name());
    }

    /** For how long after its start its gauges may read 0 because they were not set yet. */
    default Duration untilGaugesTell() {
        return Duration.ZERO;
    }

    @Override
    default List<String> healthPaths() {
        return List.of("/lean/v0/health");
    }

    @Override
    default boolean printed(Page page) {
        return LeanSoftware.of(page)
                .name()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(calledItself()::contains)
                .isPresent();
    }

    @Override
    default List<Reading> readings(Scrape scrape) throws BadAnswer {
        var readings = new ArrayList<Optional<Reading>>();
        readings.add(scrape.reported(NodeSignals.PROCESS_START_TIME, scrape.startTime()));
        readings.add(scrape.derived(
                NodeSignals.BLOCKS_IMPORTED,
                scrape.counted("lean_fork_choice_block_processing_time_seconds_count"),
                "count of lean_fork_choice_block_processing_time_seconds"));
        readings.add(scrape.derived(
                NodeSignals.ATTESTATIONS_PROCESSED,
                scrape.countedOverAll("lean_attestations_valid_total"),
                "sum of lean_attestations_valid_total"));
        if (!scrape.isYoungerThan(untilGaugesTell())) {
            if (ownClock() != OwnClock.NONE) {
                readings.add(scrape.reported(NodeSignals.SLOT_CURRENT, scrape.slot("lean_current_slot")));
            }
            readings.add(peers(scrape));
            readings.add(scrape.reported(NodeSignals.SLOT_HEAD, scrape.slot("lean_head_slot")));
            readings.add(scrape.reported(NodeSignals.SLOT_JUSTIFIED, scrape.slot("lean_latest_justified_slot")));
            readings.add(scrape.reported(NodeSignals.SLOT_FINALIZED, scrape.slot("lean_latest_finalized_slot")));
        }
        return readings.stream().flatMap(Optional::stream).toList();
    }

    @Override
    default NodeState state(Scrape scrape) {
        return scrape.isYoungerThan(untilGaugesTell())
                ? NodeState.UNTOLD
                : new NodeState(
                        scrape.oneOf("lean_node_sync_status", "status", Set.of("idle", "syncing", "synced"))
                                .map("synced"::equals),
                        scrape.flag("lean_is_aggregator"),
                        scrape.whole("lean_validators_count")
                                .map(Double::longValue)
                                .filter(count -> count <= MOST_VALIDATORS));
    }

    private static Optional<Reading> peers(Scrape scrape) {
        return scrape.isSplit("lean_connected_peers")
                ? scrape.derived(
                        NodeSignals.PEERS_CONNECTED,
                        scrape.wholeOverAll("lean_connected_peers"),
                        "sum of lean_connected_peers over its labels")
                : scrape.reported(NodeSignals.PEERS_CONNECTED, scrape.whole("lean_connected_peers"));
    }
}
