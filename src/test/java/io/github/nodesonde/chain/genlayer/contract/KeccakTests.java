package io.github.nodesonde.chain.genlayer.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeccakTests {

    @ParameterizedTest
    @CsvSource({
        "'', c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
        "abc, 4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45",
    })
    void knownMessagesHaveTheirKnownHash(String message, String hash) {
        assertThat(HexFormat.of().formatHex(Keccak.hash256(message.getBytes(US_ASCII))))
                .isEqualTo(hash);
    }

    @Property(tries = 300)
    void withThePaddingOfSha3ItIsWhatTheJdkComputes(@ForAll @Size(max = 420) byte[] message)
            throws GeneralSecurityException {
        assertThat(Keccak.sponge(message, 0x06))
                .isEqualTo(MessageDigest.getInstance("SHA3-256").digest(message));
    }
}
