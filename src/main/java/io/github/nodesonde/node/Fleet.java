package io.github.nodesonde.node;

import static java.util.Collections.unmodifiableSortedMap;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All networks and nodes of one reading of the inventory, by name and id. Every node's network is among the networks. */
public final class Fleet {

    /** No network, no node: before the inventory was read. */
    public static final Fleet EMPTY = new Fleet(List.of(), List.of());

    private final SortedMap<String, Network> networks;
    private final SortedMap<NodeId, Node> nodes;
    private final Map<String, List<Node>> byNetwork;

    public Fleet(Collection<Network> networks, Collection<Node> nodes) {
        var byName = new TreeMap<String, Network>();
        networks.forEach(network -> byName.put(network.name(), network));
        var byId = new TreeMap<NodeId, Node>();
        nodes.forEach(node -> byId.put(node.id(), node));
        this.networks = unmodifiableSortedMap(byName);
        this.nodes = unmodifiableSortedMap(byId);
        this.byNetwork = byId.values().stream().collect(groupingBy(Node::network));
        if (byName.size() < networks.size()
                || byId.size() < nodes.size()
                || !byName.keySet().containsAll(byNetwork.keySet())) {
            throw new IllegalArgumentException("names and ids must be unique, and each node's network known");
        }
    }

    public SortedMap<String, Network> networks() {
        return networks;
    }

    public SortedMap<NodeId, Node> nodes() {
        return nodes;
    }

    /** The nodes of a network, by id; empty for a network that has none or is unknown. */
    public List<Node> nodesOf(String network) {
        return byNetwork.getOrDefault(network, List.of());
    }
}
