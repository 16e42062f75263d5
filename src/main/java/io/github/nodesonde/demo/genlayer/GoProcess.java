package io.github.nodesonde.demo.genlayer;

import static io.github.nodesonde.demo.genlayer.Series.always;
import static io.github.nodesonde.demo.genlayer.Series.counter;
import static io.github.nodesonde.demo.genlayer.Series.gauge;
import static io.github.nodesonde.demo.genlayer.Series.growing;
import static io.github.nodesonde.demo.genlayer.Series.swinging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The series that every Go program prints of its runtime, its process and its metrics endpoint.
 *
 * @param openFds file descriptors open, more or less
 * @param maxFds file descriptors allowed
 */
record GoProcess(Instant startedAt, int openFds, int maxFds) {

    private static final double MIB = 1 << 20;
    private static final double GC_SECONDS = 90;

    /** One with descriptors to spare. */
    GoProcess(Instant startedAt) {
        this(startedAt, 87, 1_048_576);
    }

    /** Seconds since the process started. */
    double uptime(Instant now) {
        return Duration.between(startedAt, now).toMillis() / 1000.0;
    }

    List<Series> series() {
        return Stream.of(runtime(), memory(), process(), handler())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Series> runtime() {
        return List.of(
                new Series(
                        "go_gc_duration_seconds",
                        "summary",
                        "Pauses of garbage collection cycles.",
                        List.of(
                                new Series.Line("", "quantile=\"0\"", always(0.000021)),
                                new Series.Line("", "quantile=\"0.25\"", always(0.000048)),
                                new Series.Line("", "quantile=\"0.5\"", always(0.000067)),
                                new Series.Line("", "quantile=\"0.75\"", always(0.000103)),
                                new Series.Line("", "quantile=\"1\"", always(0.00189)),
                                new Series.Line("_sum", "", uptime -> Math.floor(uptime / GC_SECONDS) * 0.000075),
                                new Series.Line("_count", "", growing(1 / GC_SECONDS)))),
                gauge("go_gc_gogc_percent", "Heap size target of the collector.", always(100)),
                gauge("go_gc_gomemlimit_bytes", "Memory limit of the runtime.", always(Long.MAX_VALUE)),
                gauge("go_goroutines", "Goroutines that exist.", swinging(214, 23, 47)),
                new Series(
                        "go_info",
                        "gauge",
                        "The Go environment.",
                        List.of(new Series.Line("", "version=\"go1.23.12\"", always(1)))),
                gauge("go_sched_gomaxprocs_threads", "Threads that may run Go code at once.", always(8)),
                gauge("go_threads", "OS threads created.", always(19)));
    }

    private List<Series> memory() {
        return List.of(
                gauge("go_memstats_alloc_bytes", "Heap bytes in use.", swinging(182 * MIB, 40 * MIB, GC_SECONDS)),
                counter("go_memstats_alloc_bytes_total", "Heap bytes allocated until now.", growing(2.1 * MIB)),
                gauge("go_memstats_buck_hash_sys_bytes", "Bytes of the profiling hash table.", always(1.6 * MIB)),
                counter("go_memstats_frees_total", "Heap objects freed until now.", growing(18_400)),
                gauge("go_memstats_gc_sys_bytes", "Bytes of the collector's metadata.", always(7 * MIB)),
                gauge("go_memstats_heap_alloc_bytes", "Heap bytes in use.", swinging(182 * MIB, 40 * MIB, GC_SECONDS)),
                gauge("go_memstats_heap_idle_bytes", "Heap bytes waiting.", swinging(96 * MIB, 30 * MIB, GC_SECONDS)),
                gauge(
                        "go_memstats_heap_inuse_bytes",
                        "Heap bytes in spans.",
                        swinging(198 * MIB, 40 * MIB, GC_SECONDS)),
                gauge("go_memstats_heap_objects", "Objects on the heap.", swinging(1_240_000, 260_000, GC_SECONDS)),
                gauge("go_memstats_heap_released_bytes", "Heap bytes given back.", always(41 * MIB)),
                gauge("go_memstats_heap_sys_bytes", "Heap bytes from the system.", always(330 * MIB)),
                gauge(
                        "go_memstats_last_gc_time_seconds",
                        "Unix time of the last collection.",
                        uptime -> startSeconds() + uptime - uptime % GC_SECONDS),
                counter("go_memstats_mallocs_total", "Heap objects allocated until now.", growing(18_402)),
                gauge("go_memstats_mcache_inuse_bytes", "Bytes of mcache in use.", always(9_600)),
                gauge("go_memstats_mcache_sys_bytes", "Bytes of mcache.", always(15_600)),
                gauge("go_memstats_mspan_inuse_bytes", "Bytes of mspan in use.", swinging(2.4 * MIB, MIB / 4, 61)),
                gauge("go_memstats_mspan_sys_bytes", "Bytes of mspan.", always(3.5 * MIB)),
                gauge("go_memstats_next_gc_bytes", "Heap bytes at which the next cycle begins.", always(231 * MIB)),
                gauge("go_memstats_other_sys_bytes", "Bytes of other allocations.", always(3.1 * MIB)),
                gauge("go_memstats_stack_inuse_bytes", "Bytes of stacks in use.", swinging(4 * MIB, MIB / 4, 47)),
                gauge("go_memstats_stack_sys_bytes", "Bytes of stacks.", always(4.5 * MIB)),
                gauge("go_memstats_sys_bytes", "Bytes from the system.", always(352 * MIB)));
    }

    private List<Series> process() {
        return List.of(
                counter("process_cpu_seconds_total", "CPU time spent.", uptime -> Math.floor(uptime * 37) / 100),
                gauge("process_max_fds", "File descriptors allowed.", always(maxFds)),
                counter("process_network_receive_bytes_total", "Bytes received.", growing(61_400)),
                counter("process_network_transmit_bytes_total", "Bytes sent.", growing(48_900)),
                gauge("process_open_fds", "File descriptors open.", swinging(openFds, 12, 53)),
                gauge("process_resident_memory_bytes", "Resident memory.", swinging(410 * MIB, 25 * MIB, 600)),
                gauge("process_start_time_seconds", "Unix time at which the process started.", always(startSeconds())),
                gauge("process_virtual_memory_bytes", "Virtual memory.", always(2_730 * MIB)),
                gauge("process_virtual_memory_max_bytes", "Virtual memory allowed.", always(Double.POSITIVE_INFINITY)));
    }

    private static List<Series> handler() {
        return List.of(
                gauge("promhttp_metric_handler_requests_in_flight", "Scrapes being served.", always(1)),
                new Series(
                        "promhttp_metric_handler_requests_total",
                        "counter",
                        "Scrapes by HTTP status.",
                        List.of(
                                new Series.Line("", "code=\"200\"", growing(1 / 15.0)),
                                new Series.Line("", "code=\"500\"", always(0)),
                                new Series.Line("", "code=\"503\"", always(0)))));
    }

    private double startSeconds() {
        return startedAt.toEpochMilli() / 1000.0;
    }
}
