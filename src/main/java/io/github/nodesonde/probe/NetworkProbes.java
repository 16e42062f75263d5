package io.github.nodesonde.probe;

import io.github.nodesonde.node.Network;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** All probes of whole networks there are. */
@Component
final class NetworkProbes {

    private final List<NodeProbe.OfNetwork> probes;

    NetworkProbes(List<NodeProbe.OfNetwork> probes) {
        this.probes = List.copyOf(probes);
    }

    /** Gives the probes that this network is asked about by, each with a new inquiry. */
    void of(Network network, BiConsumer<NodeProbe.OfNetwork, NetworkInquiry> to) {
        for (NodeProbe.OfNetwork probe : probes) {
            if (probe.type().equals(network.type())) {
                probe.inquiry(network).ifPresent(inquiry -> to.accept(probe, inquiry));
            }
        }
    }
}
