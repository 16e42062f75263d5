package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.contract.ContractCall;
import io.github.nodesonde.chain.genlayer.contract.UnreadableWords;
import io.github.nodesonde.chain.genlayer.contract.Words;
import io.github.nodesonde.chain.genlayer.staking.Deposit;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import io.github.nodesonde.chain.genlayer.staking.Withdrawal;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.RoundFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Reads one address: first whether it is a validator and what it holds, then its deposits and withdrawals. */
final class ValidatorPlan {

    private static final int PRIMED_EPOCH = 4;
    private static final int SELF_STAKE = 5;
    private static final int DELEGATED_STAKE = 7;
    private static final int LIVE = 11;
    /** Far more than anybody has under way; a count beyond it is none. */
    private static final long MOST_COMMITS = 1_000;

    private final StakingContract contract;
    private final Address validator;
    private final CallPlan.Later isValidator;
    private final CallPlan.Later view;
    private final CallPlan.Later depositCount;
    private final CallPlan.Later withdrawalCount;
    private final CallPlan.Later operator;
    private List<CallPlan.Later> deposits = List.of();
    private List<CallPlan.Later> withdrawals = List.of();

    ValidatorPlan(StakingContract contract, Address validator, CallPlan plan) {
        this.contract = contract;
        this.validator = validator;
        isValidator = plan.add(contract.isValidator(validator));
        view = plan.add(contract.validatorView(validator));
        depositCount = plan.add(contract.depositCount(validator));
        withdrawalCount = plan.add(contract.withdrawalCount(validator));
        operator = plan.add(StakingContract.operator(validator));
    }

    /** Adds what is to be read next, now that the first answers are there. */
    void planCommits(CallPlan plan) throws RoundFailure {
        if (isKnown()) {
            deposits =
                    planned(depositCount, "validatorDepositLen()", plan, index -> contract.deposit(validator, index));
            withdrawals = planned(
                    withdrawalCount, "validatorWithdrawalLen()", plan, index -> contract.withdrawal(validator, index));
        }
    }

    ValidatorAnswer read() throws RoundFailure {
        if (!isKnown()) {
            return new ValidatorAnswer.Stranger();
        }
        var in = new ArrayList<Deposit>();
        for (CallPlan.Later deposit : deposits) {
            in.add(deposit.read("validatorDeposit()", ValidatorPlan::deposit));
        }
        var out = new ArrayList<Withdrawal>();
        for (CallPlan.Later withdrawal : withdrawals) {
            out.add(withdrawal.read("validatorWithdrawal()", ValidatorPlan::withdrawal));
        }
        Optional<Address> operatedBy = operator();
        return view.read("validatorView()", words -> {
            words.exactly(StakingContract.VIEW_WORDS);
            return new ValidatorAnswer.Known(
                    operatedBy,
                    Optional.of(words.number(SELF_STAKE)),
                    Optional.of(words.number(DELEGATED_STAKE)),
                    Optional.of(words.flag(LIVE)),
                    Optional.of(words.count(PRIMED_EPOCH)),
                    Optional.of(in),
                    Optional.of(out));
        });
    }

    /** A stranger's other answers are of no interest; the contract may refuse them. */
    private boolean isKnown() throws RoundFailure {
        return isValidator.read("isValidator()", words -> words.exactly(1).flag(0));
    }

    /** Empty when the validator is a contract of another kind, or none. */
    private Optional<Address> operator() {
        try {
            return Optional.of(operator.read(
                            "operator()", words -> words.exactly(1).address(0)))
                    .filter(address -> !address.isZero());
        } catch (RoundFailure _) {
            return Optional.empty();
        }
    }

    private static List<CallPlan.Later> planned(
            CallPlan.Later count, String what, CallPlan plan, LongFunction<ContractCall> call) throws RoundFailure {
        long commits = count.read(what, words -> words.exactly(1).count(0));
        if (commits > MOST_COMMITS) {
            throw new RoundFailure(Reason.MALFORMED, what + " returns a number that is far too large");
        }
        var planned = new ArrayList<CallPlan.Later>();
        for (long index = 0; index < commits; index++) {
            planned.add(plan.add(call.apply(index)));
        }
        return planned;
    }

    private static Deposit deposit(Words words) throws UnreadableWords {
        words.exactly(StakingContract.COMMIT_WORDS);
        return new Deposit(words.number(1), epoch(words));
    }

    private static Withdrawal withdrawal(Words words) throws UnreadableWords {
        words.exactly(StakingContract.COMMIT_WORDS);
        return new Withdrawal(words.number(2), epoch(words));
    }

    private static long epoch(Words words) throws UnreadableWords {
        // Periods are added to it.
        return Math.min(words.count(0), Long.MAX_VALUE / 2);
    }
}
