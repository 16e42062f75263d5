package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.inventory.Fields;
import java.util.Optional;

/** Reads addresses of the inventory, and tells what is wrong with one. */
final class AddressReader {

    private AddressReader() {}

    /**
     * @param whose what it should be the address of, for the remedy
     * @return empty when there is none, and when it is no good, which is told
     */
    static Optional<Address> read(Fields fields, String key, String whose) {
        return fields.text(key).flatMap(text -> read(text, fields, key, whose));
    }

    private static Optional<Address> read(String text, Fields fields, String key, String whose) {
        Optional<Address> address = Address.parse(text);
        if (address.isEmpty()) {
            fields.problem(key, "an address, 0x and 40 hex digits", "write the address of the " + whose + ", quoted");
        } else if (!address.orElseThrow().isSpelt(text)) {
            fields.problem(
                    key,
                    "an address whose mixed case is its EIP-55 checksum",
                    "look for a mistyped digit; the address all in lower case is taken without a checksum");
        }
        return address;
    }
}
