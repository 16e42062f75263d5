package io.github.nodesonde.observation;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.NodeSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Things seen, to test with. */
final class Observations {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Signal HEIGHT = Signal.gauge("height", "blocks", "How far it is.");
    static final ProbeResult FAILED = new ProbeResult.Failed(Reason.TIMED_OUT, "no answer within 6 s");

    private static final Node TEMPLATE = node("template", Duration.ofSeconds(15));

    private Observations() {}

    record Settings(Set<URI> urls) implements NodeSettings {}

    static Node node(String id, Duration interval) {
        return new Node(
                new NodeId(id),
                "sample",
                "net",
                new TreeMap<>(),
                interval,
                Duration.ofSeconds(6),
                Set.of(),
                Credentials.NONE,
                new Settings(Set.of()));
    }

    static ProbeResult.Answered answered(double height) {
        return new ProbeResult.Answered(
                List.of(Reading.reported(TEMPLATE, HEIGHT, height)), Optional.empty(), Optional.empty());
    }

    /** A round that took no time. */
    static Round round(long secondsAfterNoon, Map<String, ProbeResult> results) {
        Instant at = NOON.plusSeconds(secondsAfterNoon);
        var outcomes = new LinkedHashMap<String, Round.Outcome>();
        results.forEach((name, result) -> outcomes.put(name, new Round.Outcome(result, at, Duration.ZERO)));
        return new Round(at, at, outcomes);
    }
}
