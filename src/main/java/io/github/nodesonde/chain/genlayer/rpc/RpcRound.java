package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.contract.UnreadableWords;
import io.github.nodesonde.chain.genlayer.contract.Words;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.chain.genlayer.staking.StakingState;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import io.github.nodesonde.probe.RoundFailure;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads everything of one block: what is known to be of interest in one trip, then what that shows to be there, and further
 * pages of long lists while there are any.
 */
final class RpcRound {

    private final PinnedChain chain;
    private final EpochPlan epoch;
    private final CallPlan.Later minStake;
    private final CallPlan.Later active;
    private final BanListPlan banned;
    private final BanListPlan quarantined;
    private final Map<Address, ValidatorPlan> validators = new LinkedHashMap<>();
    private final CallPlan first = new CallPlan();

    RpcRound(StakingContract contract, Set<Address> addresses, PinnedChain chain) {
        this.chain = chain;
        epoch = new EpochPlan(contract, first);
        minStake = first.add(contract.validatorMinStake());
        active = first.add(contract.activeValidators());
        banned = new BanListPlan("getAllBannedValidators()", contract::banned);
        quarantined = new BanListPlan("getAllQuarantinedValidators()", contract::quarantined);
        addresses.forEach(address -> validators.put(address, new ValidatorPlan(contract, address, first)));
    }

    /** @param asOf when the block was the newest */
    StakingState read(Instant asOf) throws RoundFailure, InterruptedException {
        banned.plan(first);
        quarantined.plan(first);
        first.run(chain);
        banned.take();
        quarantined.take();
        var commits = new CallPlan();
        for (ValidatorPlan validator : validators.values()) {
            validator.planCommits(commits);
        }
        readOn(commits);
        var answers = new LinkedHashMap<Address, ValidatorAnswer>();
        for (Map.Entry<Address, ValidatorPlan> validator : validators.entrySet()) {
            answers.put(validator.getKey(), validator.getValue().read());
        }
        return new StakingState(
                asOf,
                OptionalLong.of(chain.block()),
                epoch.read(),
                Optional.of(minStake.read("validatorMinStake()", RpcRound::amount)),
                Optional.of(Listing.whole(active.read("activeValidators()", RpcRound::addresses))),
                Optional.of(banned.listing()),
                Optional.of(quarantined.listing()),
                answers);
    }

    private void readOn(CallPlan commits) throws RoundFailure, InterruptedException {
        CallPlan plan = commits;
        banned.plan(plan);
        quarantined.plan(plan);
        while (!plan.isEmpty()) {
            plan.run(chain);
            banned.take();
            quarantined.take();
            plan = new CallPlan();
            banned.plan(plan);
            quarantined.plan(plan);
        }
    }

    private static BigInteger amount(Words words) throws UnreadableWords {
        return words.exactly(1).number(0);
    }

    /** The contract pads the list with the zero address. */
    private static List<Address> addresses(Words words) throws UnreadableWords {
        var addresses = new ArrayList<Address>();
        for (Words element : words.elements(1)) {
            Address address = element.address(0);
            if (!address.isZero()) {
                addresses.add(address);
            }
        }
        return addresses;
    }
}
