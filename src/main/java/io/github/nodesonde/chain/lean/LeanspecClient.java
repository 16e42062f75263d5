package io.github.nodesonde.chain.lean;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.observation.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * leanspec-node as it is today: {@code lean_*} series of leanMetrics, and a health answer that says no more than that
 * the process lives, both on port 5052.
 */
@Component
@Order(2)
final class LeanspecClient implements LeanClient {

    /** The node sets its gauges every ten seconds; until the first time they read 0. */
    private static final Duration UNTIL_GAUGES_TELL = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "leanspec";
    }

    @Override
    public List<String> healthPaths() {
        return List.of("/lean/v0/health");
    }

    @Override
    public boolean printed(Page page) {
        return LeanSoftware.nameIn(page).filter("leanspec-node"::equals).isPresent();
    }

    @Override
    public List<Reading> readings(Scrape scrape) {
        Optional<Double> started =
                scrape.time("lean_node_start_time_seconds").or(() -> scrape.time("process_start_time_seconds"));
        return Stream.concat(
                        Stream.of(
                                scrape.reported(LeanSignals.PROCESS_START_TIME, started),
                                scrape.derived(
                                        LeanSignals.BLOCKS_IMPORTED,
                                        scrape.counted("lean_fork_choice_block_processing_time_seconds_count"),
                                        "count of lean_fork_choice_block_processing_time_seconds"),
                                scrape.derived(
                                        LeanSignals.ATTESTATIONS_PROCESSED,
                                        scrape.countedOverAll("lean_attestations_valid_total"),
                                        "sum of lean_attestations_valid_total: accepted gossip votes")),
                        started.filter(at -> isYoung(scrape.since(at))).isPresent() ? Stream.empty() : gauges(scrape))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Stream<Optional<Reading>> gauges(Scrape scrape) {
        Optional<Double> current = scrape.whole("lean_current_slot");
        Optional<Double> head = scrape.whole("lean_head_slot");
        return Stream.of(
                scrape.reported(LeanSignals.SLOT_CURRENT, current),
                scrape.reported(LeanSignals.PEERS_CONNECTED, scrape.whole("lean_connected_peers")),
                scrape.reported(LeanSignals.SLOT_HEAD, head),
                scrape.reported(LeanSignals.SLOT_JUSTIFIED, scrape.whole("lean_latest_justified_slot")),
                scrape.reported(LeanSignals.SLOT_FINALIZED, scrape.whole("lean_latest_finalized_slot")),
                scrape.derived(
                        LeanSignals.SYNC_DISTANCE,
                        current.flatMap(slot -> head.map(reached -> Math.max(0, slot - reached))),
                        "lean_current_slot - lean_head_slot, never below 0"));
    }

    /** Compares two clocks: by a start that lies far ahead of ours nothing can be told. */
    private static boolean isYoung(Duration age) {
        return age.abs().compareTo(UNTIL_GAUGES_TELL) < 0;
    }
}
