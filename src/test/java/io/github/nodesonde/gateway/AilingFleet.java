package io.github.nodesonde.gateway;

import io.github.nodesonde.faults.Answering;
import io.github.nodesonde.faults.Fault;
import io.github.nodesonde.faults.FaultyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One network of each kind, with two nodes that are well, one that closes each connection after its answer, one that
 * answers late, and for each ailment a node that has it everywhere and one whose {@code /metrics} alone has it.
 */
final class AilingFleet implements AutoCloseable {

    /** Asked often, with time to answer. */
    static final Duration INTERVAL_OF_THE_WELL = Duration.ofSeconds(1);

    /** Less than the default timeout, of six seconds. */
    private static final Duration LATE = Duration.ofMillis(5500);

    private static final String SWIFT = "interval: 1s, timeout: 6s";
    private static final String IMPATIENT = "interval: 3s, timeout: 1s";
    private static final String PATIENT = "interval: 8s";

    private final FaultyServer decoy = FaultyServer.start(Fault.NONE);
    private final Map<String, FaultyServer> servers = new LinkedHashMap<>();
    private final List<Socket> silent = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final StringBuilder inventory = new StringBuilder("networks:\n");

    AilingFleet() {
        for (WatchedKind kind : WatchedKind.values()) {
            inventory.append("  - { name: %s, type: %s, skip: %s, rules: { confirm-after: 1s } }\n"
                    .formatted(network(kind), kind.label(), kind.probesOfItsOwn()));
        }
        inventory.append("nodes:\n");
        for (WatchedKind kind : WatchedKind.values()) {
            addNodes(kind);
        }
    }

    static String network(WatchedKind kind) {
        return kind.label() + "-net";
    }

    static List<String> well(WatchedKind kind) {
        return List.of(kind.label() + "-well-0", kind.label() + "-well-1");
    }

    static String closing(WatchedKind kind) {
        return kind.label() + "-closes-after-each-answer";
    }

    static String late(WatchedKind kind) {
        return kind.label() + "-answers-late";
    }

    static String ill(WatchedKind kind, Ailment ailment) {
        return kind.label() + "-" + ailment.label();
    }

    static String halfIll(WatchedKind kind, Ailment ailment) {
        return ill(kind, ailment) + "-at-metrics";
    }

    String inventory() {
        return inventory.toString();
    }

    FaultyServer server(String node) {
        return Objects.requireNonNull(servers.get(node), node);
    }

    /** Where the nodes that redirect send those on who ask them. */
    FaultyServer decoy() {
        return decoy;
    }

    /** Of all nodes. */
    List<Integer> ports() {
        return ports;
    }

    @Override
    public void close() {
        decoy.close();
        servers.values().forEach(FaultyServer::close);
        try {
            for (Socket each : silent) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addNodes(WatchedKind kind) {
        well(kind).forEach(id -> add(id, kind, SWIFT, kind.well()));
        add(closing(kind), kind, SWIFT, kind.well().thenClosing());
        add(
                late(kind),
                kind,
                PATIENT,
                kind.well().butAt("/health", kind.unwell().after(LATE)));
        for (Ailment ailment : Ailment.values()) {
            Answering symptom = ailment.answering(decoy.url());
            if (ailment == Ailment.REFUSES) {
                addSilent(ill(kind, ailment), kind);
            } else {
                add(ill(kind, ailment), kind, IMPATIENT, symptom);
                add(halfIll(kind, ailment), kind, IMPATIENT, kind.well().butAt("/metrics", symptom));
            }
        }
    }

    private void add(String id, WatchedKind kind, String pace, Answering answering) {
        FaultyServer server = FaultyServer.start(answering);
        servers.put(id, server);
        list(id, kind, server.url(""), pace);
    }

    private void addSilent(String id, WatchedKind kind) {
        Socket port = FaultyServer.takeSilentPort();
        silent.add(port);
        list(id, kind, URI.create("http://127.0.0.1:" + port.getLocalPort()), IMPATIENT);
    }

    private void list(String id, WatchedKind kind, URI url, String pace) {
        ports.add(url.getPort());
        inventory.append("  - { id: %s, network: %s, url: \"%s\", %s }\n".formatted(id, network(kind), url, pace));
    }
}
