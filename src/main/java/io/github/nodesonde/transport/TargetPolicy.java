package io.github.nodesonde.transport;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which addresses are asked, whatever the inventory or a name server says. Never link-local ones and those at which clouds
 * hand out credentials; beside that as the operator allows and denies. An IPv4 address wrapped into IPv6 is judged by
 * what it wraps, and where the operator names the IPv6 address, by that too.
 */
@Component
final class TargetPolicy {

    private static final Set<InetAddress> METADATA = Set.of(
            literal("100.100.100.200"), literal("192.0.0.192"), literal("fd00:ec2::254"), literal("fd20:ce::254"));

    private final List<AddressRange> allow;
    private final List<AddressRange> deny;

    TargetPolicy(TargetProperties properties) {
        allow = properties.allow().stream().map(AddressRange::parse).toList();
        deny = properties.deny().stream().map(AddressRange::parse).toList();
    }

    /** Why the address is not asked, in words that do not name it; empty when it may be. */
    Optional<String> refusal(InetAddress address) {
        InetAddress plain = unwrapped(address);
        if (plain.isLinkLocalAddress() || METADATA.contains(plain)) {
            return Optional.of("link-local and metadata addresses are never asked");
        }
        if (covers(deny, address, plain)) {
            return Optional.of("nodesonde.targets.deny covers the address");
        }
        return allow.isEmpty() || covers(allow, address, plain)
                ? Optional.empty()
                : Optional.of("nodesonde.targets.allow does not cover the address");
    }

    private static boolean covers(List<AddressRange> ranges, InetAddress address, InetAddress plain) {
        return ranges.stream().anyMatch(range -> range.contains(plain) || range.contains(address));
    }

    /** Covers {@code ::ffff:0:0/96} (mapped), {@code ::/96} (compatible), {@code 64:ff9b::/96} (NAT64), {@code 2002::/16} (6to4). */
    private static InetAddress unwrapped(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] b = address.getAddress();
        boolean zeroUntilTen = allZero(b, 0, 10);
        boolean mapped = zeroUntilTen && b[10] == (byte) 0xff && b[11] == (byte) 0xff;
        boolean compatible = allZero(b, 0, 12) && !allZero(b, 12, 15);
        boolean nat64 = b[0] == 0 && b[1] == 0x64 && b[2] == (byte) 0xff && b[3] == (byte) 0x9b && allZero(b, 4, 12);
        if (mapped || compatible || nat64) {
            return ipv4(b, 12);
        }
        return b[0] == 0x20 && b[1] == 0x02 ? ipv4(b, 2) : address;
    }

    private static boolean allZero(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, new byte[to - from], 0, to - from);
    }

    private static InetAddress ipv4(byte[] bytes, int from) {
        try {
            return Inet4Address.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an IPv4 address", e);
        }
    }

    private static InetAddress literal(String text) {
        return InetAddress.ofLiteral(text);
    }
}
