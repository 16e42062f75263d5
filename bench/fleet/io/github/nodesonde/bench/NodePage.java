package io.github.nodesonde.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a simulated node prints at {@code /metrics}: 98 series in 12 kB, as a Go program that serves a chain does. Of one
 * variant to the next about half of the values differ, and no name or label. Nothing in it is wrong with the node: an incident
 * for each of ten thousand would be another fleet.
 */
final class NodePage {

    static final int VARIANTS = 16;

    private static final List<String> COUNTERS = List.of(
            "go_memstats_alloc_bytes_total", "go_memstats_frees_total", "go_memstats_mallocs_total",
            "process_cpu_seconds_total", "process_network_receive_bytes_total", "process_network_transmit_bytes_total",
            "genlayer_node_network_rx_bytes_total", "genlayer_node_network_tx_bytes_total");
    private static final List<String> GAUGES = List.of(
            "go_goroutines", "go_threads", "go_gc_gogc_percent", "go_gc_gomemlimit_bytes", "go_sched_gomaxprocs_threads",
            "go_memstats_alloc_bytes", "go_memstats_buck_hash_sys_bytes", "go_memstats_gc_sys_bytes",
            "go_memstats_heap_alloc_bytes", "go_memstats_heap_idle_bytes", "go_memstats_heap_inuse_bytes",
            "go_memstats_heap_objects", "go_memstats_heap_released_bytes", "go_memstats_heap_sys_bytes",
            "go_memstats_last_gc_time_seconds", "go_memstats_mcache_inuse_bytes", "go_memstats_mcache_sys_bytes",
            "go_memstats_mspan_inuse_bytes", "go_memstats_mspan_sys_bytes", "go_memstats_next_gc_bytes",
            "go_memstats_other_sys_bytes", "go_memstats_stack_inuse_bytes", "go_memstats_stack_sys_bytes",
            "go_memstats_sys_bytes", "process_resident_memory_bytes",
            "process_virtual_memory_bytes", "process_virtual_memory_max_bytes",
            "genlayer_node_cpu_usage_percent", "genlayer_node_disk_free_bytes", "genlayer_node_disk_total_bytes",
            "genlayer_node_disk_used_bytes", "genlayer_node_latest_block", "genlayer_node_memory_rss_bytes",
            "genlayer_node_memory_total_bytes", "genlayer_node_processing_block", "genlayer_node_synced_block",
            "genlayer_node_transactions_accepted_synced_total", "genlayer_node_transactions_activated_total",
            "genlayer_node_transactions_leader_proposed_total", "genlayer_node_transactions_leader_revealed_total",
            "genlayer_node_transactions_validator_commit_total", "genlayer_node_transactions_validator_reveal_total",
            "genlayer_node_webdriver_sessions");
    private static final List<String> BUCKETS =
            List.of("0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "+Inf");
    private static final List<String> HISTOGRAMS =
            List.of("genlayer_node_genvm_execution_seconds", "genlayer_node_block_processing_seconds",
                    "genlayer_node_rpc_request_seconds");

    private NodePage() {}

    static byte[] variant(int number) {
        var page = new StringBuilder();
        family(page, "process_start_time_seconds", "gauge");
        sample(page, "process_start_time_seconds", "", "1.76633636899e+09");
        single(page, "genlayer_node_blocks_behind", "gauge", 0);
        single(page, "genlayer_node_synced", "gauge", 1);
        single(page, "process_max_fds", "gauge", 1_048_576);
        single(page, "process_open_fds", "gauge", 900 + number);
        COUNTERS.forEach(name -> single(page, name, "counter", 100_000L + 37L * number));
        long value = 1000;
        for (String name : GAUGES) {
            value += 7919;
            single(page, name, "gauge", value % 3 == 0 ? value + number : value);
        }
        for (String name : HISTOGRAMS) {
            family(page, name, "histogram");
            long count = 0;
            for (String bound : BUCKETS) {
                count += 113L + number;
                sample(page, name + "_bucket", "le=\"" + bound + "\"", String.valueOf(count));
            }
            sample(page, name + "_sum", "", (120.5 + number) + "");
            sample(page, name + "_count", "", String.valueOf(count));
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void single(StringBuilder page, String name, String type, long value) {
        family(page, name, type);
        sample(page, name, "", String.valueOf(value));
    }

    private static void family(StringBuilder page, String name, String type) {
        page.append("# HELP ").append(name).append(" What the node says of its ").append(name.replace('_', ' ')).append(".\n");
        page.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void sample(StringBuilder page, String name, String label, String value) {
        page.append(name).append('{');
        if (!label.isEmpty()) {
            page.append(label).append(',');
        }
        page.append("chain=\"bradbury\"} ").append(value).append('\n');
    }
}
