package io.github.nodesonde.chain.genlayer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.node.NetworkSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GenLayerKindTests {

    private static final String URL = "http://10.0.0.5:9153";

    private final GenLayerKind kind = new GenLayerKind();

    @Test
    void asksHealthMetricsAndBalanceOfTheNodeAndStakingOfTheNetwork() {
        assertThat(kind.type()).isEqualTo("genlayer");
        assertThat(kind.probes()).containsExactly("health", "metrics", "balance", "staking");
    }

    @Test
    void urlIsEnough() {
        var keys = new KeysOfANode(Map.of("url", URL));

        assertThat(read(keys)).isEqualTo(new GenLayerSettings(URI.create(URL), Optional.empty()));
        assertThat(read(keys).urls()).containsExactly(URI.create(URL));
        assertThat(keys.problems).isEmpty();
    }

    @Test
    void urlIsNeeded() {
        var keys = new KeysOfANode(Map.of());

        read(keys);

        assertThat(keys.problems).containsExactly("url: the base URL of the node's ops port");
    }

    @Test
    void validatorIsKeptWhateverItsCase() {
        var keys = new KeysOfANode(Map.of("url", URL, "validator", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"));

        assertThat(read(keys).validator())
                .map(Address::toString)
                .contains("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        assertThat(keys.problems).isEmpty();
    }

    @Test
    void validatorThatIsNoAddressIsAProblem() {
        var keys = new KeysOfANode(Map.of("url", URL, "validator", "0x1234"));

        read(keys);

        assertThat(keys.problems).containsExactly("validator: an address, 0x and 40 hex digits");
    }

    @Test
    void validatorWhoseChecksumDoesNotHoldIsAProblem() {
        var keys = new KeysOfANode(Map.of("url", URL, "validator", "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));

        read(keys);

        assertThat(keys.problems).containsExactly("validator: an address whose mixed case is its EIP-55 checksum");
    }

    private GenLayerSettings read(KeysOfANode keys) {
        return (GenLayerSettings) kind.node(keys, new NetworkSettings.None());
    }
}
