package io.github.nodesonde.chain.genlayer.contract;

import java.util.Locale;

/**
 * A call that reads.
 *
 * @param to the contract that is called
 * @param data the function's selector, {@code 0x} and 8 hex digits, and its arguments, 64 hex digits each
 * @param expectedWords how many words it is likely to return, so that answers can be kept within bounds
 */
public record ContractCall(Address to, String data, int expectedWords) {

    /** The same with one more argument. */
    public ContractCall with(Address argument) {
        return new ContractCall(to, data + "0".repeat(24) + argument.digits(), expectedWords);
    }

    /** The same with one more argument, not negative. */
    public ContractCall with(long argument) {
        return new ContractCall(to, data + String.format(Locale.ROOT, "%064x", argument), expectedWords);
    }
}
