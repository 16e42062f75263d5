package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.StakingSettings;
import io.github.nodesonde.chain.genlayer.staking.StakingSource;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.NetworkExchange;
import io.github.nodesonde.probe.RoundFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Tells what the command-line tool tells. Each of its runs reads the chain at a block of its own, so the epoch is asked for
 * first and last: in a round during which it rolled, what was read belongs to two epochs, and is read once more.
 */
final class CliSource implements StakingSource {

    private static final int ATTEMPTS = 2;

    private final CliTool tool;
    private final StakingSettings settings;
    private final Clock clock;

    CliSource(CliTool tool, StakingSettings settings, Clock clock) {
        this.tool = tool;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public StakingState read(Set<Address> validators, NetworkExchange exchange)
            throws RoundFailure, InterruptedException {
        try {
            return read(validators);
        } catch (CliFailure e) {
            throw e.ofRound();
        }
    }

    private StakingState read(Set<Address> validators) throws CliFailure, InterruptedException {
        RoundClock time = RoundClock.of(
                settings.interval().compareTo(settings.cli().timeout()) > 0
                        ? settings.interval()
                        : settings.cli().timeout(),
                settings.cli().timeout());
        EpochReport before = tool.epoch(time.next());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Reports reports = Reports.gather(tool, validators, settings.cli().concurrency(), time);
            EpochReport after = tool.epoch(time.next());
            if (after.number() == before.number()) {
                return state(after, reports, clock.instant());
            }
            before = after;
        }
        throw new CliFailure(Reason.MALFORMED, "the epoch changed again and again while the tool was asked");
    }

    private static StakingState state(EpochReport report, Reports reports, Instant asOf) {
        return new StakingState(
                asOf,
                OptionalLong.empty(),
                report.epoch(asOf),
                report.minStake(),
                reports.active(),
                reports.banned(),
                reports.quarantined(),
                reports.validators());
    }
}
