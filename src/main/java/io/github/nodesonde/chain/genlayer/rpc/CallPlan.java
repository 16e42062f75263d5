package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.contract.ContractCall;
import io.github.nodesonde.probe.RoundFailure;
import java.util.ArrayList;
import java.util.List;

/** Calls that are collected, then put together. Not thread-safe. */
final class CallPlan {

    private final List<ContractCall> calls = new ArrayList<>();
    private List<RpcAnswer> answers = List.of();

    /** Adds a call, and gives its answer once the plan was run. */
    Later add(ContractCall call) {
        int index = calls.size();
        calls.add(call);
        return () -> answers.get(index);
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    void run(PinnedChain chain) throws RoundFailure, InterruptedException {
        answers = chain.ask(calls);
    }

    /** An answer that is there once its plan was run. */
    interface Later {

        RpcAnswer get();

        /** Reads it. */
        default <T> T read(String what, PinnedChain.Reader<T> reader) throws RoundFailure {
            return PinnedChain.read(get(), what, reader);
        }
    }
}
