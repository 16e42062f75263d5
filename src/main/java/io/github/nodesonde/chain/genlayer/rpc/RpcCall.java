package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.chain.genlayer.contract.ContractCall;

/**
 * One JSON-RPC request that changes nothing.
 *
 * @param params the JSON of its parameters, an array; holds nothing that anybody else wrote
 * @param expectedBytes how large its answer is likely to be
 */
record RpcCall(String method, String params, int expectedBytes) {

    private static final int ENVELOPE_BYTES = 80;
    private static final int DIGITS_PER_WORD = 64;

    static RpcCall blockNumber() {
        return new RpcCall("eth_blockNumber", "[]", ENVELOPE_BYTES);
    }

    /** A call of a contract as of a block. */
    static RpcCall of(ContractCall call, long block) {
        return new RpcCall(
                "eth_call",
                "[{\"to\":\"0x%s\",\"data\":\"%s\"},\"0x%x\"]"
                        .formatted(call.to().digits(), call.data(), block),
                ENVELOPE_BYTES + call.expectedWords() * DIGITS_PER_WORD);
    }

    /** @param id from 1: nodes of some versions refuse 0 */
    String json(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }
}
