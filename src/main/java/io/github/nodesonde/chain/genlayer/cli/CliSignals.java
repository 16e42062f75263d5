package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What asking the tool costs. */
@Component
final class CliSignals implements SignalSource {

    static final Signal RUNS = Signal.counter(
                    "nodesonde_cli_runs_total", "runs", "How often the network's command-line tool was run.")
            .ofNetwork()
            .labelled("command", "outcome")
            .from("`staking.source: cli`; `outcome` is `answered`, or why the run brought nothing")
            .absent("it was never run so");
    static final Signal CPU = Signal.counter(
                    "nodesonde_cli_cpu_seconds_total",
                    "seconds",
                    "Processor time that the network's command-line tool used.")
            .ofNetwork()
            .from("the process and those it started, looked at every 20 ms while it runs")
            .absent("it was never run");

    @Override
    public Optional<String> kind() {
        return Optional.of("genlayer");
    }

    @Override
    public List<Signal> signals() {
        return List.of(RUNS, CPU);
    }
}
