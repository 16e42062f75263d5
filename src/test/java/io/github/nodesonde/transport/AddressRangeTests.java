package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AddressRangeTests {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.0/8, ::1, false",
        "10.64.0.0/10, 10.127.255.255, true",
        "10.64.0.0/10, 10.128.0.0, false",
        "127.0.0.2/32, 127.0.0.2, true",
        "127.0.0.2, 127.0.0.2, true",
        "127.0.0.2, 127.0.0.3, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::1, ::1, true"
    })
    void rangeContainsWhatBeginsWithItsBits(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "example.org/8 | 'example.org/8' is no range of addresses: write one such as 10.0.0.0/8 or fd00::/8",
                "2130706433 | '2130706433' is no range of addresses: write one such as 10.0.0.0/8 or fd00::/8",
                "127.1/8 | '127.1/8' is no range of addresses: write one such as 10.0.0.0/8 or fd00::/8",
                "0177.0.0.1 | '0177.0.0.1' is no range of addresses: write one such as 10.0.0.0/8 or fd00::/8",
                "10.0.0.0/-1 | '10.0.0.0/-1' is no range of addresses: write one such as 10.0.0.0/8 or fd00::/8",
                "fe80::%eth0/10 | 'fe80::%eth0/10' is no range of addresses: write one such as 10.0.0.0/8 or fd00::/8",
                "10.0.0.256 | '10.0.0.256' begins with no address",
                "10.0.0.0/33 | '10.0.0.0/33' has a prefix over /32",
                "fd00::/129 | 'fd00::/129' has a prefix over /128",
                "10.0.0.5/8 | '10.0.0.5/8' has bits set beyond its prefix: write 10.0.0.0/8, or leave out the prefix",
                "::ffff:10.0.0.0/104 | '::ffff:10.0.0.0/104' is an IPv4 range written as IPv6: write it as IPv4, which covers both"
            })
    void whatIsNoRangeIsToldWithWhatToWrite(String text, String message) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void propertyWithAnInvalidRangeKeepsTheGatewayFromStarting() {
        new ApplicationContextRunner()
                .withUserConfiguration(Wiring.class)
                .withPropertyValues("nodesonde.targets.deny=10.0.0.0/8,10.0.0.5/8")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("'10.0.0.5/8' has bits set beyond its prefix: write 10.0.0.0/8,"
                                + " or leave out the prefix"));
    }

    @Test
    void propertiesAreLists() {
        new ApplicationContextRunner()
                .withUserConfiguration(Wiring.class)
                .withPropertyValues("nodesonde.targets.deny=10.0.0.0/8,fd00::/8")
                .run(context -> assertThat(context.getBean(TargetProperties.class))
                        .satisfies(targets -> assertThat(targets.deny()).containsExactly("10.0.0.0/8", "fd00::/8"))
                        .satisfies(targets -> assertThat(targets.allow()).isEmpty()));
    }

    @EnableConfigurationProperties(TargetProperties.class)
    private static final class Wiring {}
}
