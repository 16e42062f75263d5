package io.github.nodesonde.demo.genlayer;

import static io.github.nodesonde.demo.genlayer.Series.always;
import static io.github.nodesonde.demo.genlayer.Series.counter;
import static io.github.nodesonde.demo.genlayer.Series.gauge;
import static io.github.nodesonde.demo.genlayer.Series.growing;
import static io.github.nodesonde.demo.genlayer.Series.swinging;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** What a node prints of itself since its collectors are on; some gauges are named like counters, as on real nodes. */
final class NodeGauges {

    private static final double GIB = 1 << 30;
    private static final double BLOCKS_PER_SECOND = 0.5;
    private static final double FIRST_BLOCK = 500_000;

    private NodeGauges() {}

    /** @param behind how many blocks the node is behind the chain's head */
    static List<Series> of(DoubleUnaryOperator behind) {
        return Stream.of(sync(behind), transactions(), machine())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Series> sync(DoubleUnaryOperator behind) {
        DoubleUnaryOperator head = uptime -> Math.floor(FIRST_BLOCK + uptime * BLOCKS_PER_SECOND);
        DoubleUnaryOperator own = uptime -> head.applyAsDouble(uptime) - behind.applyAsDouble(uptime);
        return List.of(
                gauge("genlayer_node_blocks_behind", "Blocks behind the head of the chain.", behind),
                gauge("genlayer_node_latest_block", "Head of the chain.", head),
                gauge(
                        "genlayer_node_processing_block",
                        "Block being processed.",
                        uptime -> own.applyAsDouble(uptime) + 1),
                gauge("genlayer_node_synced_block", "Last block processed.", own),
                gauge(
                        "genlayer_node_synced",
                        "Whether the node is synced.",
                        uptime -> behind.applyAsDouble(uptime) == 0 ? 1 : 0),
                gauge("genlayer_node_uptime_seconds", "Seconds since the node started.", Math::floor));
    }

    private static List<Series> transactions() {
        return List.of(
                gauge("genlayer_node_transactions_accepted_synced_total", "Accepted, from sync.", growing(0.04)),
                gauge("genlayer_node_transactions_activated_total", "Activated.", growing(0.05)),
                gauge("genlayer_node_transactions_leader_proposed_total", "Proposed as leader.", growing(0.004)),
                gauge("genlayer_node_transactions_leader_revealed_total", "Revealed as leader.", growing(0.004)),
                gauge("genlayer_node_transactions_validator_commit_total", "Votes committed.", growing(0.02)),
                gauge("genlayer_node_transactions_validator_reveal_total", "Votes revealed.", growing(0.02)));
    }

    private static List<Series> machine() {
        return List.of(
                gauge("genlayer_node_cpu_usage_percent", "CPU in use.", swinging(22, 9, 120)),
                gauge("genlayer_node_memory_rss_bytes", "Resident memory.", swinging(1.4 * GIB, GIB / 10, 600)),
                onEachDisk("genlayer_node_disk_total_bytes", "Size of the disk.", always(512 * GIB)),
                onEachDisk(
                        "genlayer_node_disk_free_bytes",
                        "Free on the disk.",
                        uptime -> 301 * GIB - Math.floor(uptime * 4096)),
                gauge("genlayer_node_disk_usage_percent", "Disk in use.", always(41)),
                gauge("genlayer_node_genvm_permits_current", "Contracts that may run besides.", swinging(14, 2, 31)),
                counter("genlayer_node_network_rx_bytes_total", "Bytes received.", growing(70_100)),
                counter("genlayer_node_network_tx_bytes_total", "Bytes sent.", growing(52_300)));
    }

    private static Series onEachDisk(String name, String help, DoubleUnaryOperator value) {
        return new Series(
                name,
                "gauge",
                help,
                Stream.of("genlayer.db", "keystore", "logs")
                        .map(directory -> new Series.Line("", "directory=\"%s\"".formatted(directory), value))
                        .toList());
    }
}
