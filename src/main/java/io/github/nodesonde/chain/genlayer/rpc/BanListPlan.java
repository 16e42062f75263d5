package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.contract.ContractCall;
import io.github.nodesonde.chain.genlayer.contract.UnreadableWords;
import io.github.nodesonde.chain.genlayer.contract.Words;
import io.github.nodesonde.chain.genlayer.staking.Ban;
import io.github.nodesonde.chain.genlayer.staking.Listing;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.RoundFailure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Reads a list of bans page by page to its end, which is the first page that is not full. Some pages are asked for at once,
 * and of a long list ever more, so that few trips lead to its end.
 */
final class BanListPlan {

    private static final int FIRST_PAGES = 4;
    private static final int MORE = 4;
    private static final int MOST_PAGES = 200;
    private static final BigInteger MOST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private final String what;
    private final IntFunction<ContractCall> call;
    private final Map<Address, Ban> entries = new HashMap<>();
    private List<CallPlan.Later> asked = List.of();
    private int next;
    private boolean ended;

    /** @param what the function called, for people */
    BanListPlan(String what, IntFunction<ContractCall> call) {
        this.what = what;
        this.call = call;
    }

    /** Adds the pages to be read next, if any. */
    void plan(CallPlan plan) {
        if (ended) {
            return;
        }
        int pages = Math.min(next == 0 ? FIRST_PAGES : next * MORE, MOST_PAGES - next);
        var planned = new ArrayList<CallPlan.Later>();
        for (int page = next; page < next + pages; page++) {
            planned.add(plan.add(call.apply(page)));
        }
        next += pages;
        asked = planned;
    }

    /** Takes in the pages that were planned last. */
    void take() throws RoundFailure {
        int first = next - asked.size();
        for (int i = 0; i < asked.size() && !ended; i++) {
            CallPlan.Later page = asked.get(i);
            // A contract may well refuse a page that begins behind the end.
            boolean beyond = first + i > 0 && page.get() instanceof RpcAnswer.Fault fault && fault.isRevert();
            ended = beyond || page.read(what, this::take) < StakingContract.PAGE;
        }
        asked = List.of();
        if (!ended && next >= MOST_PAGES) {
            throw new RoundFailure(Reason.TOO_LARGE, what + " has no end");
        }
    }

    Listing<Ban> listing() {
        return Listing.whole(entries);
    }

    private int take(Words page) throws UnreadableWords {
        List<Words> elements = page.elements(StakingContract.BAN_WORDS);
        for (Words element : elements) {
            Address validator = element.address(0);
            if (!validator.isZero()) {
                entries.put(validator, ban(element));
            }
        }
        return elements.size();
    }

    private static Ban ban(Words element) throws UnreadableWords {
        BigInteger until = element.number(1);
        return element.flag(2) || until.compareTo(MOST_LONG) > 0 ? Ban.FOR_GOOD : Ban.until(until.longValue());
    }
}
