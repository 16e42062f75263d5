package io.github.nodesonde.chain.lean;

import static java.util.stream.Collectors.toSet;

import io.github.nodesonde.chain.lean.client.KnownClient;
import io.github.nodesonde.chain.lean.client.LeanClients;
import io.github.nodesonde.chain.lean.forkchoice.ForkChoiceView;
import io.github.nodesonde.chain.lean.network.LeanNetwork;
import io.github.nodesonde.chain.lean.network.WatchedNode;
import io.github.nodesonde.health.NetworkLens;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NetworkSnapshot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Sees the nodes of a lean network together. */
@Component
final class LeanLens implements NetworkLens {

    private final LeanClients clients;

    LeanLens(LeanClients clients) {
        this.clients = clients;
    }

    @Override
    public String type() {
        return LeanNodeKind.TYPE;
    }

    @Override
    public Set<String> rules() {
        return Stream.concat(NetworkFindings.RULES.stream(), ForkChoiceView.RULES.stream())
                .collect(toSet());
    }

    @Override
    public NetworkView view(NetworkSnapshot seen, Optional<NetworkView> before) {
        var network = LeanNetwork.of(seen, before, clients::of);
        return new NetworkView(
                Optional.of(network.progress()),
                nodes(network),
                Stream.concat(
                                new LeanReadings(network, seen.network()).all().stream(),
                                network.forkChoice().readings(seen.network()).stream())
                        .toList(),
                network.topics(),
                Stream.concat(
                                NetworkFindings.of(network, seen.network()).stream(),
                                network
                                        .forkChoice()
                                        .findings(
                                                seen.network(),
                                                network.settings().forks(),
                                                seen.asOf())
                                        .stream())
                        .toList(),
                Optional.of(network.memory()));
    }

    private static Map<NodeId, NodeView> nodes(LeanNetwork network) {
        var views = new HashMap<NodeId, NodeView>();
        network.nodes().forEach(node -> views.put(node.nodeId(), view(node, network)));
        return views;
    }

    private static NodeView view(WatchedNode node, LeanNetwork network) {
        Optional<String> client = node.client().map(known -> known.client().name());
        var topics = new LinkedHashMap<String, Object>();
        topics.put("client", client);
        topics.put("clientSource", node.client().map(KnownClient::source).map(KnownClient.Source::label));
        return new NodeView(
                Optional.of(network.syncOf(node.nodeId()).progress()),
                Optional.empty(),
                node.software(),
                client.orElse(LeanNodeKind.TYPE),
                topics);
    }
}
