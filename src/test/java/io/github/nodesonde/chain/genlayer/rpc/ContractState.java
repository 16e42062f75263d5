package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.contract.Address;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a staking contract holds, and what it returns to whoever calls it. Amounts are in wei, times in Unix seconds. */
public final class ContractState {

    public static final Address CONTRACT = address(0x63FA);
    public static final long START = 1_767_378_770L;
    public static final BigInteger GEN = BigInteger.TEN.pow(18);

    private static final BigInteger UINT_MAX = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    private static final int PAGE_LIMIT = 100;

    public long epoch = 12;
    public long start = START;
    public long end;
    public long minDuration = 86_400;
    public long zeroMinDuration = 3_600;
    public BigInteger minStake = GEN.multiply(BigInteger.valueOf(42_000));
    public int padding = 3;
    public boolean refusesPagesBeyondTheEnd;
    public final List<Address> active = new ArrayList<>();
    public final List<Entry> banned = new ArrayList<>();
    public final List<Entry> quarantined = new ArrayList<>();
    public final Map<Address, Validator> validators = new LinkedHashMap<>();

    /** @param until empty for good */
    public record Entry(Address validator, Optional<Long> until) {}

    public record Commit(long epoch, BigInteger stake) {}

    public record Validator(
            Address operator,
            BigInteger selfStake,
            BigInteger delegated,
            long primed,
            boolean live,
            List<Commit> deposits,
            List<Commit> withdrawals) {}

    public static Address address(long number) {
        return new Address(String.format(Locale.ROOT, "%040x", number));
    }

    /** A validator that is active, primed and owes nothing. */
    public Address join(long number) {
        Address address = address(number);
        active.add(address);
        validators.put(
                address,
                new Validator(
                        address(number + 0x100_000), minStake, BigInteger.ZERO, epoch, true, List.of(), List.of()));
        return address;
    }

    /** What the call returns; empty when the contract reverts. */
    Optional<String> call(String to, String data) {
        Address called = Address.parse(to).orElseThrow();
        if (!called.equals(CONTRACT)) {
            return Optional.of(Optional.ofNullable(validators.get(called))
                    .filter(_ -> data.equals("0x570ca735"))
                    .map(validator -> words(word(validator.operator)))
                    .orElse("0x"));
        }
        String arguments = data.substring(10);
        return switch (data.substring(0, 10)) {
            case "0x900cf0cf" -> returned(word(epoch));
            case "0x96be02a7" -> returned(record(epoch % 2 == 0));
            case "0xfafebac5" -> returned(record(epoch % 2 != 0));
            case "0x1bc2359a" -> returned(word(minDuration));
            case "0xcd856235" -> returned(word(zeroMinDuration));
            case "0x1538faf2" -> returned(word(minStake));
            case "0xd2d49c4b" ->
                returned(array(Stream.concat(
                                active.stream(),
                                Stream.generate(() -> address(0)).limit(padding))
                        .map(ContractState::word)
                        .toList()));
            case "0x6461cf56" -> page(banned, arguments);
            case "0x510a6f26" -> page(quarantined, arguments);
            case "0xfacd743b" -> returned(word(validator(arguments).isPresent() ? 1 : 0));
            case "0xb83f5b39" -> validator(arguments).map(ContractState::view);
            case "0x81636917" -> validator(arguments).map(validator -> words(word(validator.deposits.size())));
            case "0x91eed60a" -> validator(arguments).map(validator -> words(word(validator.withdrawals.size())));
            case "0x93a090ec" ->
                validator(arguments)
                        .map(validator -> validator.deposits.get(index(arguments)))
                        .map(commit ->
                                words(word(commit.epoch), word(commit.stake), word(77), word(commit.epoch), word(0)));
            case "0xd152d91b" ->
                validator(arguments)
                        .map(validator -> validator.withdrawals.get(index(arguments)))
                        .map(commit ->
                                words(word(commit.epoch), word(77), word(commit.stake), word(commit.epoch), word(0)));
            default -> Optional.empty();
        };
    }

    static String words(String... words) {
        return "0x" + String.join("", words);
    }

    static String word(long number) {
        return word(BigInteger.valueOf(number));
    }

    static String word(BigInteger number) {
        return String.format(Locale.ROOT, "%064x", number);
    }

    static String word(Address address) {
        return "0".repeat(24) + address.digits();
    }

    private static Optional<String> returned(String words) {
        return Optional.of("0x" + words);
    }

    private String record(boolean current) {
        return word(current ? start : start - 90_000) + word(current ? end : start) + word(1).repeat(9);
    }

    private Optional<String> page(List<Entry> list, String arguments) {
        int from = new BigInteger(arguments.substring(0, 64), 16).intValueExact();
        int size = Math.min(PAGE_LIMIT, new BigInteger(arguments.substring(64), 16).intValueExact());
        if (refusesPagesBeyondTheEnd && from >= list.size() && from > 0) {
            return Optional.empty();
        }
        return returned(array(list.stream()
                .skip(from)
                .limit(size)
                .map(entry -> word(entry.validator)
                        + entry.until.map(ContractState::word).orElseGet(() -> word(UINT_MAX))
                        + word(entry.until.isPresent() ? 0 : 1))
                .toList()));
    }

    private static String array(List<String> elements) {
        return word(32) + word(elements.size()) + elements.stream().collect(Collectors.joining());
    }

    private Optional<Validator> validator(String arguments) {
        return Optional.ofNullable(validators.get(new Address(arguments.substring(24, 64))));
    }

    private static int index(String arguments) {
        return new BigInteger(arguments.substring(64), 16).intValueExact();
    }

    private static String view(Validator validator) {
        return words(
                word(0),
                word(0),
                word(0),
                word(0),
                word(validator.primed),
                word(validator.selfStake),
                word(9),
                word(validator.delegated),
                word(9),
                word(5),
                word(6),
                word(validator.live ? 1 : 0));
    }
}
