package io.github.nodesonde.chain.genlayer.staking;

import io.github.nodesonde.chain.genlayer.contract.Address;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The staking state of a network as one round found it. What the source cannot tell is empty, never zero.
 *
 * @param asOf when it held
 * @param block the block that all of it was read at; empty when the source knows of none
 * @param minStake the self-stake that an active validator needs, in wei
 * @param active the active validators
 * @param banned as the contract lists them, quarantines among them
 * @param quarantined as the contract lists them
 * @param validators what was found of every address that was asked for
 */
public record StakingState(
        Instant asOf,
        OptionalLong block,
        Epoch epoch,
        Optional<BigInteger> minStake,
        Optional<Listing<Address>> active,
        Optional<Listing<Ban>> banned,
        Optional<Listing<Ban>> quarantined,
        Map<Address, ValidatorAnswer> validators) {

    public StakingState {
        validators = Map.copyOf(validators);
    }

    /** What follows for the validator; empty when the contract does not know it, or it was not read. */
    public Optional<ValidatorFigures> figures(Address validator, Periods periods) {
        return Optional.ofNullable(validators.get(validator))
                .filter(ValidatorAnswer.Known.class::isInstance)
                .map(ValidatorAnswer.Known.class::cast)
                .map(known -> ValidatorFigures.of(validator, known, this, periods));
    }

    /** How many validators are banned, such as are only quarantined left out; empty when the lists do not tell. */
    public Optional<Integer> bannedCount() {
        return banned.filter(Listing::isWhole)
                .filter(list -> list.named().keySet().stream()
                        .allMatch(entry -> isBanned(entry).isPresent()))
                .map(list -> (int) list.named().keySet().stream()
                        .filter(entry -> isBanned(entry).orElse(false))
                        .count());
    }

    Optional<Boolean> isBanned(Address validator) {
        return banned.flatMap(list ->
                list.of(validator).map(ban -> isBanned(validator, ban)).orElseGet(() -> list.contains(validator)));
    }

    private Optional<Boolean> isBanned(Address validator, Ban ban) {
        if (ban.untilEpoch().isEmpty()) {
            return Optional.of(true);
        }
        return ban.holdsIn(epoch.number())
                ? quarantined.flatMap(list -> list.contains(validator)).map(listed -> !listed)
                : Optional.of(false);
    }
}
