package io.github.nodesonde.chain.genlayer.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTests {

    private static final String MIXED = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x52908400098527886E0F7030069857D2E4169EE7",
                "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
                "0xde709f2102306220921060314715629080e2fb77",
                "0x27b1fdb04752bbc536007a920d24acb045561c26",
                MIXED,
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
            })
    void spellsTheAddressesOfEip55AsEip55Does(String address) {
        assertThat(Address.parse(address)).get().hasToString(address);
        assertThat(isSpelt(address)).isTrue();
    }

    @Test
    void oneCaseThroughoutNeedsNoChecksum() {
        assertThat(isSpelt("0x" + MIXED.substring(2).toLowerCase(Locale.ROOT))).isTrue();
        assertThat(isSpelt("0x" + MIXED.substring(2).toUpperCase(Locale.ROOT))).isTrue();
    }

    @Test
    void oneLetterOfWrongCaseBreaksTheChecksum() {
        assertThat(isSpelt("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")).isFalse();
    }

    @Test
    void caseMakesNoOtherAddress() {
        assertThat(Address.parse(MIXED)).isEqualTo(Address.parse(MIXED.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0X5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedd",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg",
                MIXED + "\n",
            })
    void anythingElseIsNoAddress(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    private static boolean isSpelt(String text) {
        return Address.parse(text).orElseThrow().isSpelt(text);
    }
}
