package io.github.nodesonde.probe;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.ProbeResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Networks that are asked about as wholes, to test with. */
final class AskedNetworks {

    static final URI ENDPOINT = URI.create("http://chain.test:8545/rpc");

    private AskedNetworks() {}

    record Settings() implements NetworkSettings {
        @Override
        public Set<URI> urls() {
            return Set.of(ENDPOINT);
        }
    }

    static Network network(String name) {
        return new Network(name, Samples.TYPE, false, Optional.empty(), 0, 2, Duration.ofSeconds(2), new Settings());
    }

    static NetworkInquiry inquiry(Duration interval, Predicate<Node> concerns, Asking asking) {
        return new NetworkInquiry() {
            @Override
            public Duration interval() {
                return interval;
            }

            @Override
            public boolean concerns(Node node) {
                return concerns.test(node);
            }

            @Override
            public Map<Subject, ProbeResult> ask(List<Node> nodes, NetworkExchange exchange)
                    throws RoundFailure, InterruptedException {
                return asking.ask(nodes, exchange);
            }
        };
    }

    interface Asking {
        Map<Subject, ProbeResult> ask(List<Node> nodes, NetworkExchange exchange)
                throws RoundFailure, InterruptedException;
    }
}
