package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Ban;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import io.github.nodesonde.command.Command;
import io.github.nodesonde.command.CommandRunner;
import io.github.nodesonde.command.NoOutput;
import io.github.nodesonde.command.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command-line tool, asked about one network; each method is one run of it. Thread-safe. */
final class CliTool {

    /** Releases before 0.40 want an account even to read. This one has no key, and so can sign nothing. */
    private static final Map<String, String> STUB_ACCOUNT =
            Map.of(".genlayer/keystores/default.json", "{\"address\":\"0000000000000000000000000000000000000001\"}");

    private static final String ANSWERED = "answered";
    private static final String JSON = "--json";

    private final String network;
    private final StakingSettings settings;
    private final CommandRunner runner;
    private final CliMeters meters;

    /** Whether the installed release has {@code validator-info --json}, so far as it showed; taken for granted at first. */
    private volatile boolean hasJson = true;

    /** @param network as the inventory names it, for the meters */
    CliTool(String network, StakingSettings settings, CommandRunner runner, CliMeters meters) {
        this.network = network;
        this.settings = settings;
        this.runner = runner;
        this.meters = meters;
    }

    EpochReport epoch(Duration deadline) throws CliFailure, InterruptedException {
        return ask(List.of("epoch-info"), deadline, output -> EpochReport.read(whole(output)));
    }

    /** Empty when the installed release has no such list. */
    Optional<Listing<Address>> active(Duration deadline) throws CliFailure, InterruptedException {
        return list("active-validators", deadline, ListReport::active);
    }

    Optional<Listing<Ban>> banned(Duration deadline) throws CliFailure, InterruptedException {
        return list("banned-validators", deadline, ListReport::bans);
    }

    Optional<Listing<Ban>> quarantined(Duration deadline) throws CliFailure, InterruptedException {
        return list("quarantined-validators", deadline, ListReport::bans);
    }

    /**
     * Asks for JSON, which a later release has in place of the object that earlier ones print; where there is no JSON,
     * asks again without. What a later release prints without being asked for JSON is never read.
     */
    ValidatorAnswer validator(Address validator, Duration deadline) throws CliFailure, InterruptedException {
        List<String> question = List.of("validator-info", validator.toString());
        if (hasJson) {
            Optional<ValidatorAnswer> answer = ask(
                    List.of("validator-info", validator.toString(), JSON),
                    deadline,
                    output -> Complaint.of(output).isAboutJson()
                            ? Optional.empty()
                            : Optional.of(validator(validator, output)));
            if (answer.isPresent()) {
                return answer.get();
            }
            hasJson = false;
        }
        try {
            return ask(question, deadline, output -> validator(validator, output));
        } catch (CliFailure e) {
            // The tool may have been replaced by another release.
            hasJson = true;
            throw e;
        }
    }

    private ValidatorAnswer validator(Address validator, Output output) throws CliFailure, UnreadableOutput {
        return output.exitCode() != 0 && Complaint.of(output).isAboutStranger(validator)
                ? new ValidatorAnswer.Stranger()
                : ValidatorReport.read(whole(output), validator, settings.periods());
    }

    private <E> Optional<Listing<E>> list(String command, Duration deadline, TextReader<Listing<E>> reader)
            throws CliFailure, InterruptedException {
        return ask(
                List.of(command),
                deadline,
                output -> output.exitCode() != 0 && Complaint.of(output).isAboutCommand()
                        ? Optional.empty()
                        : Optional.of(reader.read(whole(output))));
    }

    private static String whole(Output output) throws CliFailure {
        if (output.exitCode() != 0) {
            throw CliFailure.of(Complaint.of(output));
        }
        return output.out();
    }

    private <T> T ask(List<String> question, Duration deadline, OutputReader<T> reader)
            throws CliFailure, InterruptedException {
        String command = question.getFirst();
        try {
            T answer = reader.read(run(question, deadline));
            meters.ran(network, command, ANSWERED);
            return answer;
        } catch (NoOutput e) {
            meters.used(network, e.cpu());
            throw counted(command, CliFailure.of(e));
        } catch (UnreadableOutput e) {
            throw counted(command, CliFailure.of(e));
        } catch (CliFailure e) {
            throw counted(command, e);
        }
    }

    private Output run(List<String> question, Duration deadline) throws NoOutput, InterruptedException {
        Output output = runner.run(new Command(arguments(question), STUB_ACCOUNT), deadline);
        meters.used(network, output.cpu());
        return output;
    }

    private CliFailure counted(String command, CliFailure failure) {
        meters.ran(network, command, failure.reason().label());
        return failure;
    }

    private List<String> arguments(List<String> question) {
        var arguments = new ArrayList<>(settings.cli().command());
        arguments.add("staking");
        arguments.addAll(question);
        settings.cli().network().ifPresent(name -> arguments.addAll(List.of("--network", name)));
        settings.endpoints().stream().findFirst().ifPresent(url -> arguments.addAll(List.of("--rpc", url.toString())));
        settings.contract().ifPresent(contract -> arguments.addAll(List.of("--staking-address", contract.toString())));
        return arguments;
    }

    /** Reads what one run printed, whatever its exit code. */
    @FunctionalInterface
    private interface OutputReader<T> {
        T read(Output output) throws CliFailure, UnreadableOutput;
    }

    /** Reads what a run that ended well printed. */
    @FunctionalInterface
    private interface TextReader<T> {
        T read(String out) throws UnreadableOutput;
    }
}
