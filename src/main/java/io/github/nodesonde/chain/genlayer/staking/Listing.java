package io.github.nodesonde.chain.genlayer.staking;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.chain.genlayer.contract.Address;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A list of the contract, as far as the source told it. Of whom a list that was cut short does not name, nothing is known.
 *
 * @param <E> what is told of each entry
 * @param named the entries that were told, by validator
 * @param size how many entries the list has; empty when that is unknown, for it was cut short without a word
 */
public record Listing<E>(Map<Address, E> named, Optional<Integer> size) {

    public Listing {
        named = Map.copyOf(named);
    }

    /** Every entry was told. */
    public static <E> Listing<E> whole(Map<Address, E> entries) {
        return new Listing<>(entries, Optional.of(entries.size()));
    }

    /** Every entry was told, and nothing of it but its address. */
    public static Listing<Address> whole(Collection<Address> members) {
        return whole(members.stream().distinct().collect(toMap(identity(), identity())));
    }

    public boolean isWhole() {
        return size.filter(count -> count == named.size()).isPresent();
    }

    public Optional<E> of(Address validator) {
        return Optional.ofNullable(named.get(validator));
    }

    /** Whether the validator is on the list; empty when it is not named and the list was cut short. */
    public Optional<Boolean> contains(Address validator) {
        return named.containsKey(validator) ? Optional.of(true) : isWhole() ? Optional.of(false) : Optional.empty();
    }
}
