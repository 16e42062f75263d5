package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPolicyTests {

    private static final TargetPolicy ANY = policy(List.of(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.0.1",
                "169.254.169.254",
                "169.254.255.255",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "64:ff9b::169.254.169.254",
                "2002:a9fe:a9fe::1",
                "fe80::1",
                "febf::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "100.100.100.200",
                "192.0.0.192"
            })
    void linkLocalAndMetadataAddressesAreForbidden(String address) {
        assertThat(ANY.refusal(InetAddress.ofLiteral(address)))
                .hasValue("link-local and metadata addresses are never asked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.5",
                "192.168.1.1",
                "169.253.255.255",
                "169.255.0.0",
                "::1",
                "::",
                "::ffff:10.0.0.5",
                "fec0::1",
                "fd00::1",
                "fd00:ec2::253",
                "2001:db8::a9fe:a9fe",
                "2002:0a00:5::1"
            })
    void othersAreNot(String address) {
        assertThat(ANY.refusal(InetAddress.ofLiteral(address))).isEmpty();
    }

    @Test
    void mappedAddressThatWasNotUnwrappedIsForbiddenAllTheSame() throws Exception {
        byte[] bytes = new byte[16];
        bytes[10] = (byte) 0xff;
        bytes[11] = (byte) 0xff;
        bytes[12] = (byte) 169;
        bytes[13] = (byte) 254;
        bytes[14] = (byte) 169;
        bytes[15] = (byte) 254;

        assertThat(ANY.refusal(Inet6Address.getByAddress(null, bytes, -1))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, nodesonde.targets.deny covers the address",
        "::ffff:10.1.2.3, nodesonde.targets.deny covers the address",
        "64:ff9b::10.1.2.3, nodesonde.targets.deny covers the address",
        "10.2.0.0,",
        "10.0.255.255,",
        "11.0.0.1, nodesonde.targets.allow does not cover the address",
        "fd00:1::1,",
        "fd01::1, nodesonde.targets.allow does not cover the address",
        "::1, nodesonde.targets.allow does not cover the address"
    })
    void denyWinsOverAllow(String address, @Nullable String refusal) {
        TargetPolicy policy = policy(List.of("10.0.0.0/8", "fd00::/16"), List.of("10.1.0.0/16"));

        assertThat(policy.refusal(InetAddress.ofLiteral(address))).isEqualTo(Optional.ofNullable(refusal));
    }

    @Test
    void whatIsNeverAskedCannotBeAllowed() {
        assertThat(policy(List.of("169.254.0.0/16", "0.0.0.0/0"), List.of())
                        .refusal(InetAddress.ofLiteral("169.254.169.254")))
                .hasValue("link-local and metadata addresses are never asked");
    }

    @Test
    void wrappingAddressesMayBeDeniedWhole() {
        assertThat(policy(List.of(), List.of("64:ff9b::/96")).refusal(InetAddress.ofLiteral("64:ff9b::10.1.2.3")))
                .isPresent();
    }

    private static TargetPolicy policy(List<String> allow, List<String> deny) {
        return new TargetPolicy(new TargetProperties(allow, deny));
    }
}
