package io.github.nodesonde.chain.genlayer.cli;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Counts what asking the tool costs:
 *
 * <pre>
 * nodesonde_cli_runs_total{command="epoch-info",network="bradbury",outcome="answered"} 12.0
 * nodesonde_cli_cpu_seconds_total{network="bradbury"} 8.21
 * </pre>
 */
@Component
class CliMeters {

    private static final double NANOS_PER_SECOND = 1e9;

    private final MeterRegistry registry;

    CliMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void ran(String network, String command, String outcome) {
        Counter.builder(CliSignals.RUNS.name())
                .description(CliSignals.RUNS.help())
                .tag("network", network)
                .tag("command", command)
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    void used(String network, Duration cpu) {
        Counter.builder(CliSignals.CPU.name())
                .description(CliSignals.CPU.help())
                .tag("network", network)
                .register(registry)
                .increment(cpu.toNanos() / NANOS_PER_SECOND);
    }
}
