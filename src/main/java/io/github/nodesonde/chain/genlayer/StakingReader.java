package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.CliSettings;
import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.inventory.Fields;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code staking:} of a network. Every key is read, and what is wrong with it told, whatever the source. */
final class StakingReader {

    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(60);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DEFAULT_CLI_TIMEOUT = Duration.ofSeconds(30);
    private static final List<String> DEFAULT_COMMAND = List.of("genlayer");
    private static final int DEFAULT_CONCURRENCY = 2;
    private static final int MOST_CONCURRENCY = 64;
    private static final int MOST_EPOCHS = 1_000;

    private static final Map<String, Optional<StakingSettings.Source>> SOURCES = Map.of(
            "rpc", Optional.of(StakingSettings.Source.RPC),
            "cli", Optional.of(StakingSettings.Source.CLI),
            "none", Optional.empty());

    private StakingReader() {}

    /** Empty where the network has no such key, or says none. */
    static Optional<StakingSettings> read(Fields network) {
        Fields staking = network.nested("staking");
        Optional<StakingSettings.Source> source =
                staking.oneOf("source", SOURCES).orElse(Optional.of(StakingSettings.Source.RPC));
        List<URI> endpoints = staking.baseUrls("rpc-url");
        Optional<Address> contract = AddressReader.read(staking, "contract", "staking contract");
        Duration interval = staking.duration("interval", Duration.ofSeconds(5), Duration.ofDays(1))
                .orElse(DEFAULT_INTERVAL);
        Duration timeout = staking.duration("timeout", Duration.ofMillis(100), Duration.ofMinutes(5))
                .orElse(DEFAULT_TIMEOUT);
        var periods = new Periods(
                epochs(staking, "activation-epochs", Periods.DEFAULT.activation()),
                epochs(staking, "unbonding-epochs", Periods.DEFAULT.unbonding()));
        CliSettings cli = cli(staking.nested("cli"));
        if (!network.has("staking") || source.isEmpty()) {
            return Optional.empty();
        }
        tellMissing(source.get(), staking);
        return Optional.of(new StakingSettings(source.get(), endpoints, contract, interval, timeout, periods, cli));
    }

    private static void tellMissing(StakingSettings.Source source, Fields staking) {
        switch (source) {
            case RPC -> {
                if (!staking.has("rpc-url")) {
                    staking.problem("rpc-url", "the URL of a JSON-RPC endpoint of the chain", "add rpc-url:");
                }
                if (!staking.has("contract")) {
                    staking.problem("contract", "the address of the staking contract", "add contract:, quoted");
                }
            }
            case CLI -> {
                Fields cli = staking.nested("cli");
                if (!cli.has("network")) {
                    cli.problem("network", "the network as the command names it", "add network:");
                }
            }
        }
    }

    private static CliSettings cli(Fields cli) {
        List<String> command = cli.has("command") ? cli.texts("command") : DEFAULT_COMMAND;
        if (command.isEmpty() || command.getFirst().isBlank()) {
            cli.problem("command", "a program and its first arguments", "write [genlayer]");
        }
        Optional<String> network = cli.text("network");
        if (network.filter(name -> name.isBlank() || name.startsWith("-")).isPresent()) {
            cli.problem("network", "a network's name, which begins with no hyphen", "write it as the command names it");
        }
        return new CliSettings(
                command,
                network,
                cli.duration("timeout", Duration.ofSeconds(1), Duration.ofMinutes(10))
                        .orElse(DEFAULT_CLI_TIMEOUT),
                cli.integer("concurrency", 1, MOST_CONCURRENCY)
                        .map(Math::toIntExact)
                        .orElse(DEFAULT_CONCURRENCY));
    }

    private static int epochs(Fields staking, String key, int otherwise) {
        return staking.integer(key, 0, MOST_EPOCHS).map(Math::toIntExact).orElse(otherwise);
    }
}
