package io.github.nodesonde.chain.genlayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.health.Finding;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressMismatchTests {

    private static final String OURS = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    private static final String OTHER = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

    @Test
    void sameAddressInWhateverCaseMatches() {
        assertThat(judge(OURS.toLowerCase(Locale.ROOT))).isEmpty();
    }

    @Test
    void otherAddressDoesNot() {
        assertThat(judge(OTHER))
                .map(Finding::because)
                .contains("the inventory names " + OURS + ", the node's metrics " + OTHER);
    }

    @Test
    void labelThatIsNoAddressSaysNothing() {
        assertThat(judge("node-7")).isEmpty();
    }

    @Test
    void addressOfNobodySaysNothing() {
        assertThat(judge("0x" + "0".repeat(40))).isEmpty();
    }

    private static Optional<Finding> judge(String label) {
        String page = "# TYPE genlayer_node_synced gauge\ngenlayer_node_synced{node=\"" + label + "\"} 1\n";
        var seen = Fixtures.seen(
                Fixtures.node(Address.parse(OURS)), Map.of("metrics", Fixtures.answered(Fixtures.metrics(page))));
        return new AddressMismatch().judge(seen, Fixtures.NETWORK, Fixtures.NO_VIEW, Optional.empty());
    }
}
