package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.CliSettings;
import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.command.Command;
import io.github.nodesonde.command.CommandRunner;
import io.github.nodesonde.command.NoOutput;
import io.github.nodesonde.command.Output;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Answers each command with what was recorded for it; of several answers each is given once, the last for ever. */
final class RecordedTool implements CommandRunner {

    static final StakingSettings SETTINGS = new StakingSettings(
            StakingSettings.Source.CLI,
            List.of(URI.create("http://127.0.0.1:9/")),
            Address.parse("0x63fa5e0bb10fb6fa98f44726c5518223f767687a"),
            Duration.ofSeconds(60),
            Duration.ofSeconds(6),
            Periods.DEFAULT,
            new CliSettings(List.of("node", "genlayer.js"), Optional.of("testnet-asimov"), Duration.ofSeconds(30), 2));

    private final Map<String, Queue<Object>> answers = new HashMap<>();
    private final List<Command> asked = new CopyOnWriteArrayList<>();

    /** A chain on which all is well, as it was captured. */
    static RecordedTool captured() {
        return new RecordedTool()
                .answers("epoch-info", Captures.output("01-epoch-info"))
                .answers("active-validators", Captures.output("30-active-validators"))
                .answers("banned-validators", Captures.output("32-banned-validators"))
                .answers("quarantined-validators", Captures.output("31-quarantined-validators"));
    }

    /** @param question the subcommand with its further arguments */
    synchronized RecordedTool answers(String question, Object... outputsOrFailures) {
        answers.put(question, new ArrayDeque<>(List.of(outputsOrFailures)));
        return this;
    }

    List<Command> asked() {
        return asked;
    }

    /** The questions alone, without program and options. */
    List<String> questions() {
        return asked.stream().map(RecordedTool::question).toList();
    }

    @Override
    public Output run(Command command, Duration deadline) throws NoOutput {
        asked.add(command);
        Object answer = next(question(command));
        if (answer instanceof NoOutput failure) {
            throw failure;
        }
        return (Output) Objects.requireNonNull(answer, "nothing recorded for " + question(command));
    }

    private synchronized @Nullable Object next(String question) {
        Queue<Object> left = Objects.requireNonNull(answers.get(question), "nothing recorded for " + question);
        return left.size() > 1 ? left.poll() : left.peek();
    }

    private static String question(Command command) {
        List<String> arguments = command.arguments();
        return String.join(" ", arguments.subList(arguments.indexOf("staking") + 1, arguments.indexOf("--network")));
    }
}
