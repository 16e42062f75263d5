package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPolicyTests {

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
                "fd20:ce::254"
            })
    void linkLocalAndMetadataAddressesAreForbidden(String address) {
        assertThat(TargetPolicy.forbids(InetAddress.ofLiteral(address))).isTrue();
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
        assertThat(TargetPolicy.forbids(InetAddress.ofLiteral(address))).isFalse();
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

        assertThat(TargetPolicy.forbids(Inet6Address.getByAddress(null, bytes, -1)))
                .isTrue();
    }
}
