package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Deposit;
import io.github.nodesonde.chain.genlayer.staking.Periods;
import io.github.nodesonde.chain.genlayer.staking.ValidatorAnswer;
import io.github.nodesonde.chain.genlayer.staking.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code validator-info} prints of a validator. Of quarantines it says nothing, and of bans nothing certain. */
final class ValidatorReport {

    private static final String NONE = "None";

    private ValidatorReport() {}

    /**
     * @param validator who was asked about; the tool asks about another where it misunderstands
     * @param periods the tool leaves out deposits that it takes for active, by a period of its own
     */
    static ValidatorAnswer.Known read(String out, Address validator, Periods periods) throws UnreadableOutput {
        Literal.Structure result = Result.read(out);
        if (!address(result.text("validator")).equals(validator)) {
            throw new UnreadableOutput("the tool tells of another validator");
        }
        return new ValidatorAnswer.Known(
                Optional.of(address(result.text("operator"))),
                Optional.of(Figures.wei(result.text("vStake"))),
                Optional.of(Figures.wei(result.text("dStake"))),
                Optional.of(result.truth("live")),
                Optional.of(Figures.epoch(result.text("ePrimed"))),
                periods.activation() > Periods.DEFAULT.activation() ? Optional.empty() : Optional.of(deposits(result)),
                Optional.of(withdrawals(result)));
    }

    private static List<Deposit> deposits(Literal.Structure result) throws UnreadableOutput {
        List<Deposit> deposits = new ArrayList<>();
        for (Literal.Structure entry : entries(result, "selfStakePendingDeposits")) {
            deposits.add(new Deposit(Figures.wei(entry.text("stake")), Figures.epoch(entry.text("epoch"))));
        }
        return deposits;
    }

    private static List<Withdrawal> withdrawals(Literal.Structure result) throws UnreadableOutput {
        List<Withdrawal> withdrawals = new ArrayList<>();
        for (Literal.Structure entry : entries(result, "selfStakePendingWithdrawals")) {
            withdrawals.add(new Withdrawal(Figures.wei(entry.text("stake")), Figures.epoch(entry.text("epoch"))));
        }
        return withdrawals;
    }

    private static List<Literal.Structure> entries(Literal.Structure result, String name) throws UnreadableOutput {
        if (result.fields().get(name) instanceof Literal.Text text
                && text.value().equals(NONE)) {
            return List.of();
        }
        Literal.Sequence list = result.field(name, Literal.Sequence.class);
        if (list.leftOut() > 0) {
            throw new UnreadableOutput("the tool cut short its list " + name);
        }
        List<Literal.Structure> entries = new ArrayList<>();
        for (Literal item : list.items()) {
            if (!(item instanceof Literal.Structure entry)) {
                throw new UnreadableOutput("the tool's list " + name + " holds something that is no entry");
            }
            entries.add(entry);
        }
        return entries;
    }

    private static Address address(String text) throws UnreadableOutput {
        return Address.parse(text)
                .orElseThrow(() -> new UnreadableOutput("the tool's output has an address that is none"));
    }
}
