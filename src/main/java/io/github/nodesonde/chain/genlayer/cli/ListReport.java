package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.staking.Ban;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What {@code active-}, {@code banned-} and {@code quarantined-validators} print. */
final class ListReport {

    /** The tool asks the contract for one page of bans and of quarantines, so long at most, and says nothing of a further one. */
    private static final int PAGE = 100;

    private static final String PERMANENT = "permanent";

    private ListReport() {}

    static Listing<Address> active(String out) throws UnreadableOutput {
        Literal.Structure result = Result.read(out);
        Literal.Sequence list = result.field("validators", Literal.Sequence.class);
        var named = new LinkedHashMap<Address, Address>();
        for (Literal item : list.items()) {
            if (!(item instanceof Literal.Text text)) {
                throw new UnreadableOutput("the tool's list names something that is no address");
            }
            Address address = address(text.value());
            if (!address.isZero()) {
                named.put(address, address);
            }
        }
        return new Listing<>(named, Optional.of(size(result, list, named)));
    }

    static Listing<Ban> bans(String out) throws UnreadableOutput {
        Literal.Structure result = Result.read(out);
        Literal.Sequence list = result.field("validators", Literal.Sequence.class);
        var named = new LinkedHashMap<Address, Ban>();
        for (Literal item : list.items()) {
            if (!(item instanceof Literal.Structure entry)) {
                throw new UnreadableOutput("the tool's list holds something that is no entry");
            }
            Address address = address(entry.text("validator"));
            if (!address.isZero()) {
                named.put(address, ban(entry));
            }
        }
        int size = size(result, list, named);
        boolean fullPage = list.leftOut() == 0 && list.items().size() == PAGE;
        return new Listing<>(named, fullPage ? Optional.empty() : Optional.of(size));
    }

    private static Ban ban(Literal.Structure entry) throws UnreadableOutput {
        String until = entry.text("untilEpoch");
        if (entry.truth("permanentlyBanned") || until.equals(PERMANENT)) {
            return Ban.FOR_GOOD;
        }
        long epoch = Figures.epoch(until);
        return epoch == Long.MAX_VALUE ? Ban.FOR_GOOD : Ban.until(epoch);
    }

    /** How many entries there are, those that were not printed included; an entry printed twice counts once. */
    private static int size(Literal.Structure result, Literal.Sequence list, Map<Address, ?> named)
            throws UnreadableOutput {
        BigDecimal count = result.field("count", Literal.Numeral.class).value();
        if (count.compareTo(BigDecimal.valueOf(list.items().size() + list.leftOut())) != 0) {
            throw new UnreadableOutput("the tool's list does not hold as many entries as it says");
        }
        return list.leftOut() == 0 ? named.size() : Math.clamp(named.size() + list.leftOut(), 0, Integer.MAX_VALUE);
    }

    private static Address address(String text) throws UnreadableOutput {
        return Address.parse(text)
                .orElseThrow(() -> new UnreadableOutput("the tool's list names something that is no address"));
    }
}
