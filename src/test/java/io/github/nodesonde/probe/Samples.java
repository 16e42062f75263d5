package io.github.nodesonde.probe;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.NodeSettings;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Nodes, probes and replies to test with. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final String TYPE = "sample";
    static final String NETWORK = "net";

    private Samples() {}

    record Settings(Set<URI> urls) implements NodeSettings {}

    static Node node(String id) {
        return node(id, Duration.ofSeconds(15), Duration.ofSeconds(6));
    }

    static Node node(String id, Duration interval, Duration timeout) {
        return node(id, interval, timeout, Set.of(), Credentials.NONE);
    }

    static Node node(String id, Duration interval, Duration timeout, Set<String> skip, Credentials credentials) {
        return new Node(
                new NodeId(id),
                TYPE,
                NETWORK,
                new TreeMap<>(),
                interval,
                timeout,
                skip,
                credentials,
                new Settings(Set.of(URI.create("http://" + id + ".test:9000"))));
    }

    static Fleet fleet(Duration confirmAfter, Node... nodes) {
        var network =
                new Network(NETWORK, TYPE, false, Optional.empty(), 0, 2, confirmAfter, new NetworkSettings.None());
        return new Fleet(List.of(network), List.of(nodes));
    }

    static NodeSnapshot unasked(Node node) {
        return NodeSnapshot.unasked(node, NOON);
    }

    static Question to(Node node, String path) {
        return new Question.Get(URI.create("http://" + node.id() + ".test:9000" + path));
    }

    static ProbeResult answered() {
        return new ProbeResult.Answered(List.of(), Optional.empty(), Optional.empty());
    }

    static Reply reply(String body, Instant at) {
        return reply(body.getBytes(StandardCharsets.UTF_8), at);
    }

    static Reply reply(byte[] body, Instant at) {
        return new Reply(URI.create("http://a.test:9000/"), 200, "application/json", body, at);
    }

    static Reply reply(String body) {
        return reply(body, NOON);
    }

    /** Reads any reply as an answer. */
    static NodeProbe.OfNode probe(String name) {
        return probe(name, seen -> Optional.of(to(seen.node(), "/" + name)), _ -> answered());
    }

    static NodeProbe.OfNode probe(String name, Function<NodeSnapshot, Optional<Question>> question, Reader reader) {
        return new NodeProbe.OfNode() {
            @Override
            public String type() {
                return TYPE;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Question> question(NodeSnapshot newest) {
                return question.apply(newest);
            }

            @Override
            public ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer {
                return reader.read(reply);
            }
        };
    }

    interface Reader {
        ProbeResult read(Reply reply) throws BadAnswer;
    }
}
