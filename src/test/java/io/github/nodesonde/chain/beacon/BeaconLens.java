package io.github.nodesonde.chain.beacon;

import io.github.nodesonde.health.NetworkLens;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.NodeView;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class BeaconLens implements NetworkLens, SignalSource {

    private static final Signal PRESENT =
            Signal.gauge("nodesonde_network_committee_present", "nodes", "Nodes that are in the committee.");

    @Override
    public String type() {
        return BeaconKind.TYPE;
    }

    @Override
    public List<Signal> signals() {
        return List.of(PRESENT, BeaconStatusProbe.HEIGHT);
    }

    @Override
    public NetworkView view(NetworkSnapshot seen, Optional<NetworkView> before) {
        var nodes = new HashMap<NodeId, NodeView>();
        int present = 0;
        for (NodeSnapshot node : seen.nodes()) {
            var status = node.report(BeaconStatusProbe.NAME, BeaconStatusProbe.Status.class);
            present += status.filter(BeaconStatusProbe.Status::inCommittee).isPresent() ? 1 : 0;
            var topics = new LinkedHashMap<String, Object>();
            topics.put("committeeMember", status.map(BeaconStatusProbe.Status::inCommittee));
            nodes.put(
                    node.node().id(),
                    new NodeView(
                            Optional.empty(),
                            Optional.empty(),
                            new Software(status.map(_ -> "beacond"), status.map(BeaconStatusProbe.Status::version)),
                            BeaconKind.TYPE,
                            topics));
        }
        var topics = new LinkedHashMap<String, Record>();
        topics.put("committee", new Committee(size(seen), present));
        return new NetworkView(
                Optional.empty(),
                nodes,
                List.of(Reading.derived(Subject.of(seen.network()), PRESENT, present, "nodes that say so")),
                topics,
                List.of());
    }

    static long size(NetworkSnapshot seen) {
        return seen.network().settings() instanceof BeaconKind.BeaconNetwork settings ? settings.committeeSize() : 0;
    }

    record Committee(long size, int present) {}
}
