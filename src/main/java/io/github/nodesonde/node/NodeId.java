package io.github.nodesonde.node;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies a node across reloads; the {@code node} label everywhere. A DNS label (RFC 1123): 1 to 63 lower-case
 * letters, digits and hyphens, neither first nor last a hyphen. Ordered by its text.
 */
public record NodeId(String value) implements Comparable<NodeId> {

    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    public NodeId {
        if (!isDnsLabel(value)) {
            throw new IllegalArgumentException("not a DNS label: '" + value + "'");
        }
    }

    /** Empty when the text is no DNS label: whoever asks with it means no node that could exist. */
    public static Optional<NodeId> parse(String text) {
        return isDnsLabel(text) ? Optional.of(new NodeId(text)) : Optional.empty();
    }

    /** Whether the text is a DNS label, as ids of nodes and names of networks must be. */
    public static boolean isDnsLabel(String text) {
        return DNS_LABEL.matcher(text).matches();
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
