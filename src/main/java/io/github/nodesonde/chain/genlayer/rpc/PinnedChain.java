package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.contract.ContractCall;
import io.github.nodesonde.chain.genlayer.contract.UnreadableWords;
import io.github.nodesonde.chain.genlayer.contract.Words;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.NetworkExchange;
import io.github.nodesonde.probe.RoundFailure;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The chain as of one block: whatever is asked of it fits together.
 *
 * @param block its number
 */
record PinnedChain(RpcEndpoint endpoint, NetworkExchange exchange, long block) {

    private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,15}");
    private static final int HEX = 16;

    /** As of the newest block. */
    static PinnedChain newest(RpcEndpoint endpoint, NetworkExchange exchange)
            throws RoundFailure, InterruptedException {
        RpcAnswer answer =
                endpoint.ask(List.of(RpcCall.blockNumber()), exchange).getFirst();
        return switch (answer) {
            case RpcAnswer.Result(String text)
            when QUANTITY.matcher(text).matches() ->
                new PinnedChain(endpoint, exchange, new BigInteger(text.substring(2), HEX).longValueExact());
            case RpcAnswer.Result _ -> throw new RoundFailure(Reason.MALFORMED, "the block number is none");
            case RpcAnswer.Fault fault -> throw new RoundFailure(Reason.REFUSED, fault.words());
        };
    }

    /** The answers, in the order of the calls. */
    List<RpcAnswer> ask(List<ContractCall> calls) throws RoundFailure, InterruptedException {
        return endpoint.ask(calls.stream().map(call -> RpcCall.of(call, block)).toList(), exchange);
    }

    /**
     * Reads an answer that must be there.
     *
     * @param what the function called, for people
     */
    static <T> T read(RpcAnswer answer, String what, Reader<T> reader) throws RoundFailure {
        return switch (answer) {
            case RpcAnswer.Fault fault -> throw new RoundFailure(Reason.REFUSED, what + ": " + fault.words());
            case RpcAnswer.Result(String text) -> {
                try {
                    Words words = Words.of(text);
                    if (words.size() == 0) {
                        throw new RoundFailure(
                                Reason.MALFORMED,
                                what + " returns nothing: there is no staking contract at this address");
                    }
                    yield reader.read(words);
                } catch (UnreadableWords e) {
                    throw new RoundFailure(Reason.MALFORMED, what + " returns " + e.getMessage());
                }
            }
        };
    }

    /** Reads words that are at least one. */
    interface Reader<T> {
        T read(Words words) throws UnreadableWords;
    }
}
