package io.github.nodesonde.inventory;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.NodeSettings;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads one entry under {@code nodes:}, its kind's own keys by its kind. */
final class NodeReader {

    private final Map<String, NodeKind> kinds;

    NodeReader(Map<String, NodeKind> kinds) {
        this.kinds = kinds;
    }

    /**
     * @param networks by name as written
     * @param lines of the ids read before, as written; this one's is added
     * @return empty when there is a problem without which nothing can be made of the entry
     */
    Optional<Node> read(YamlFields fields, Map<String, NetworkReader.Named> networks, Map<String, Integer> lines) {
        Optional<NodeId> id = id(fields, lines);
        Optional<NetworkEntry> network = network(fields, networks);
        SortedMap<String, String> labels = LabelReader.read(fields);
        Credentials credentials = CredentialsReader.read(fields);
        Optional<NodeKind> kind = kind(fields, network).or(() -> likelyKind(fields, networks));
        if (kind.isEmpty()) {
            checkCommonKeys(fields);
            fields.leaveOpen();
            return Optional.empty();
        }
        NodeKind known = kind.get();
        Optional<NetworkEntry> alike = network.filter(entry -> entry.kind().equals(known));
        NetworkSettings networkSettings =
                alike.map(entry -> entry.network().settings()).orElseGet(() -> known.network(YamlFields.absent()));
        Pace pace = alike.map(NetworkEntry::pace)
                .orElseGet(() -> Pace.every(known.interval(networkSettings)))
                .with(fields, known.probes());
        NodeSettings settings = known.node(fields, networkSettings);
        TlsReader.checkUrls(fields, settings.urls());
        return id.flatMap(nodeId -> alike.map(entry -> new Node(
                nodeId,
                known.type(),
                entry.network().name(),
                labels,
                pace.interval(),
                pace.timeout(),
                pace.skip(),
                credentials,
                settings)));
    }

    private static Optional<NodeId> id(YamlFields fields, Map<String, Integer> lines) {
        Optional<String> written = fields.requiredText("id");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        @Nullable Integer first = lines.putIfAbsent(written.get(), fields.line("id"));
        if (first != null) {
            fields.problem("id", "an id of its own, not that of line " + first, "rename one of the two");
        }
        return fields.value("id", Scalar.NAME).map(NodeId::new);
    }

    private static Optional<NetworkEntry> network(YamlFields fields, Map<String, NetworkReader.Named> networks) {
        if (networks.isEmpty()) {
            fields.problem("network", "the name of a network", "add it under networks:, with name: and type:");
            return Optional.empty();
        }
        return fields.required("network", Scalar.oneOf(networks)).flatMap(NetworkReader.Named::entry);
    }

    /** What was most likely meant where neither is known, so that what else is wrong is told at once. */
    private Optional<NodeKind> likelyKind(YamlFields fields, Map<String, NetworkReader.Named> networks) {
        return fields.nearest("type", kinds.keySet())
                .map(kinds::get)
                .or(() -> fields.nearest("network", networks.keySet())
                        .map(networks::get)
                        .flatMap(NetworkReader.Named::entry)
                        .map(NetworkEntry::kind));
    }

    private void checkCommonKeys(YamlFields fields) {
        Pace.check(fields, kinds.values());
        fields.checkUrls();
    }

    /** The node's own type, else its network's. */
    private Optional<NodeKind> kind(YamlFields fields, Optional<NetworkEntry> network) {
        Optional<NodeKind> own = fields.oneOf("type", kinds);
        Optional<NodeKind> ofNetwork = network.map(NetworkEntry::kind);
        if (own.isPresent() && ofNetwork.isPresent() && !own.equals(ofNetwork)) {
            fields.problem(
                    "type", ofNetwork.get().type() + " as its network is", "correct the type, or name another network");
        }
        return own.or(() -> ofNetwork);
    }
}
