package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.chain.genlayer.ops.NodeMetricsReader;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.exposition.UnreadablePage;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.transport.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A node, what it answers, and what is seen of it then. */
final class Fixtures {

    static final Instant NOW = Instant.parse("2026-01-02T18:32:50Z");
    static final URI OPS_PORT = URI.create("http://127.0.0.1:9153");
    static final Network NETWORK = network(new GenLayerNetworkSettings(Optional.empty(), Thresholds.DEFAULT));
    static final Node NODE = node(Optional.empty());
    static final NetworkView NO_VIEW =
            new NetworkView(Optional.empty(), Map.of(), List.of(), new LinkedHashMap<>(), List.of());

    private Fixtures() {}

    static Network network(GenLayerNetworkSettings settings) {
        return new Network("bradbury", "genlayer", false, Optional.empty(), 0, 2, Duration.ofSeconds(2), settings);
    }

    static Node node(Optional<Address> validator) {
        return new Node(
                new NodeId("validator-eu-1"),
                "genlayer",
                "bradbury",
                new TreeMap<>(),
                Duration.ofSeconds(15),
                Duration.ofSeconds(6),
                Set.of(),
                Credentials.NONE,
                new GenLayerSettings(OPS_PORT, validator));
    }

    static byte[] recorded(String name) {
        try (InputStream file = Fixtures.class.getResourceAsStream("/genlayer/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply reply(int status, String contentType, byte[] body) {
        return new Reply(OPS_PORT, status, contentType, body, NOW);
    }

    static ProbeResult.Answered answered(NodeProbe.OfNode probe, Reply reply) throws BadAnswer {
        return (ProbeResult.Answered) probe.read(NodeSnapshot.unasked(NODE, NOW), reply);
    }

    /** What is read of a page of metrics that came just now. */
    static NodeMetrics metrics(String page) {
        try {
            return NodeMetricsReader.read(
                    PageReader.read(
                            new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)),
                            "text/plain; version=0.0.4"),
                    NOW);
        } catch (UnreadablePage e) {
            throw new AssertionError(page, e);
        }
    }

    /** The same of a node that tells only whether it is synced, if that. */
    static NodeMetrics metrics(Optional<Boolean> synced) {
        return metrics(synced.map(yes -> "genlayer_node_synced " + (yes ? 1 : 0) + "\n")
                .orElse("up 1\n"));
    }

    static ProbeResult.Answered answered(Record report) {
        return new ProbeResult.Answered(List.of(), Optional.empty(), Optional.of(report));
    }

    /** The node as seen when its probes gave these answers just now. */
    static NodeSnapshot seen(Node node, Map<String, ProbeResult.Answered> answers) {
        var probes = new LinkedHashMap<String, ProbeState>();
        answers.forEach((probe, answer) -> probes.put(
                probe, ProbeState.pending(probe).after(new Round.Outcome(answer, NOW, Duration.ofMillis(12)))));
        return new NodeSnapshot(node, NOW, probes, List.of());
    }

    /** Readings as the lines they print, without the labels that say whose they are. */
    static List<String> lines(ProbeResult.Answered answer) {
        return answer.readings().stream().map(Fixtures::line).toList();
    }

    private static String line(Reading reading) {
        String labels = reading.labels().entrySet().stream()
                .map(label -> "%s=\"%s\"".formatted(label.getKey(), label.getValue()))
                .reduce((left, right) -> left + "," + right)
                .map(all -> "{" + all + "}")
                .orElse("");
        return "%s%s %d".formatted(reading.signal().name(), labels, (long) reading.value());
    }
}
