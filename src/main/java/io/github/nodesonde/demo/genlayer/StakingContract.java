package io.github.nodesonde.demo.genlayer;

import io.github.nodesonde.demo.genlayer.StakedValidator.Exclusion;
import io.github.nodesonde.demo.genlayer.StakedValidator.Move;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers the calls that read the staking contract, and those to the wallet of each validator. A call is four bytes that
 * select the function, then its arguments as words.
 *
 * @param address of the contract
 */
record StakingContract(String address) {

    private static final String ZERO_ADDRESS = "0x" + "0".repeat(40);
    private static final BigInteger MAX_WORD = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    private static final BigInteger DELEGATOR_MIN_STAKE = BigInteger.TEN.pow(18).multiply(BigInteger.valueOf(42));
    private static final BigInteger PREVIOUS_WEIGHT = BigInteger.TEN.pow(21);
    private static final int SELECTOR_END = 10;
    private static final int WORD = 64;

    /** What the contract returns, in hex; nothing at an address without a contract, empty when the call reverts. */
    Optional<String> call(Ledger ledger, String to, String data) {
        if (data.length() < SELECTOR_END) {
            return Optional.empty();
        }
        String selector = data.substring(0, SELECTOR_END).toLowerCase(Locale.ROOT);
        String arguments = data.substring(SELECTOR_END);
        if (to.equalsIgnoreCase(address)) {
            return staking(ledger, selector, arguments).map(Words::toString);
        }
        return ledger.validator(to)
                .map(validator -> wallet(validator, selector).map(Words::toString))
                .orElse(Optional.of("0x"));
    }

    private static Optional<Words> staking(Ledger ledger, String selector, String arguments) {
        return switch (selector) {
            case "0x900cf0cf" -> one(ledger.epoch());
            case "0xb3f05b97" -> one(ledger.finalized());
            case "0x1bc2359a" -> one(ledger.minDuration());
            case "0xcd856235" -> one(ledger.zeroMinDuration());
            case "0x1538faf2" -> Optional.of(new Words().number(ledger.minStake()));
            case "0xda7a9b6a" -> Optional.of(new Words().number(DELEGATOR_MIN_STAKE));
            case "0xfafebac5" -> Optional.of(epochRecord(ledger, ledger.epoch() % 2 == 1));
            case "0x96be02a7" -> Optional.of(epochRecord(ledger, ledger.epoch() % 2 == 0));
            case "0x0d2bd909" -> one(ledger.active().size());
            case "0xd2d49c4b" -> Optional.of(activeSet(ledger));
            case "0x6461cf56" -> Optional.of(exclusions(ledger, StakedValidator::listedAsBanned, arguments));
            case "0x510a6f26" -> Optional.of(exclusions(ledger, StakedValidator::quarantine, arguments));
            default -> ofValidator(ledger, selector, arguments);
        };
    }

    private static Optional<Words> ofValidator(Ledger ledger, String selector, String arguments) {
        if (arguments.length() < WORD) {
            return Optional.empty();
        }
        Optional<StakedValidator> found = ledger.validator("0x" + arguments.substring(WORD - 40, WORD));
        return switch (selector) {
            case "0xfacd743b" -> Optional.of(new Words().flag(found.isPresent()));
            case "0xa92252ae" ->
                Optional.of(new Words()
                        .flag(found.flatMap(StakedValidator::listedAsBanned).isPresent()));
            case "0xb83f5b39" -> found.map(StakingContract::view);
            case "0x81636917" -> one(found.map(each -> each.deposits().size()).orElse(0));
            case "0x91eed60a" ->
                one(found.map(each -> each.withdrawals().size()).orElse(0));
            case "0x93a090ec" -> found.flatMap(each -> move(each.deposits(), arguments, true));
            case "0xd152d91b" -> found.flatMap(each -> move(each.withdrawals(), arguments, false));
            default -> Optional.empty();
        };
    }

    private static Optional<Words> wallet(StakedValidator validator, String selector) {
        return switch (selector) {
            case "0x8da5cb5b", "0x570ca735" -> Optional.of(new Words().address(validator.operator()));
            case "0x36afc6fa" ->
                Optional.of(new Words().texts(List.of(validator.moniker(), "", "", "", "", "", "", "", "")));
            default -> Optional.empty();
        };
    }

    private static Optional<Words> one(long number) {
        return Optional.of(new Words().number(number));
    }

    /** Start, end, inflation, weight, two more weights, validators, claimed, two more stakes, slashed. */
    private static Words epochRecord(Ledger ledger, boolean current) {
        long start = current ? ledger.started() : Math.max(0, ledger.started() - ledger.minDuration());
        long end = current ? ledger.ended() : ledger.started();
        return new Words()
                .number(start)
                .number(end)
                .number(0)
                .number(PREVIOUS_WEIGHT)
                .number(0)
                .number(0)
                .number(ledger.active().size())
                .number(0)
                .number(0)
                .number(0)
                .number(0);
    }

    private static Words activeSet(Ledger ledger) {
        List<StakedValidator> active = ledger.active();
        int padding = Math.max(0, ledger.paddedTo() - active.size());
        var words = new Words().number(32).number(active.size() + padding);
        active.forEach(validator -> words.address(validator.address()));
        for (int i = 0; i < padding; i++) {
            words.address(ZERO_ADDRESS);
        }
        return words;
    }

    /** One page of a list: address, until when, whether for good. */
    private static Words exclusions(
            Ledger ledger, Function<StakedValidator, Optional<Exclusion>> kind, String arguments) {
        List<StakedValidator> page = ledger.validators().stream()
                .filter(validator -> kind.apply(validator).isPresent())
                .skip(word(arguments, 0))
                .limit(word(arguments, 1))
                .toList();
        var words = new Words().number(32).number(page.size());
        for (StakedValidator validator : page) {
            Exclusion exclusion = kind.apply(validator).orElseThrow();
            words.address(validator.address())
                    .number(exclusion.forGood() ? MAX_WORD : BigInteger.valueOf(exclusion.untilEpoch()))
                    .flag(exclusion.forGood());
        }
        return words;
    }

    private static Words view(StakedValidator validator) {
        return new Words()
                .address(ZERO_ADDRESS)
                .address(ZERO_ADDRESS)
                .address(ZERO_ADDRESS)
                .number(validator
                        .ban()
                        .map(ban -> ban.forGood() ? MAX_WORD : BigInteger.valueOf(ban.untilEpoch()))
                        .orElse(BigInteger.ZERO))
                .number(validator.primedEpoch())
                .number(validator.selfStake())
                .number(validator.selfStake())
                .number(validator.delegatedStake())
                .number(validator.delegatedStake())
                .number(0)
                .number(0)
                .flag(validator.live());
    }

    /** Deposits are stake in and shares out, withdrawals the other way round; here a share is worth one wei. */
    private static Optional<Words> move(List<Move> moves, String arguments, boolean in) {
        long index = word(arguments, 1);
        return index < moves.size() ? Optional.of(words(moves.get((int) index), in)) : Optional.empty();
    }

    private static Words words(Move move, boolean in) {
        BigInteger shares = move.stake().divide(BigInteger.TWO);
        return new Words()
                .number(move.epoch())
                .number(in ? move.stake() : shares)
                .number(in ? shares : move.stake())
                .number(move.epoch())
                .number(0);
    }

    /** An argument that is a small number; the largest there is when it is not there or not small. */
    private static long word(String arguments, int index) {
        int end = (index + 1) * WORD;
        if (arguments.length() < end) {
            return Integer.MAX_VALUE;
        }
        return new BigInteger(arguments.substring(end - WORD, end), 16)
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .longValueExact();
    }
}
