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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One network of each kind, with two nodes that are well, one that answers late, one that answers and refuses in turn, one
 * that falls ill when told to, one for each oddity, and for each ailment a node that has it everywhere and one whose
 * {@code /metrics} alone has it.
 */
final class AilingFleet implements AutoCloseable {

    /** Asked often, with time to answer, and no longer believed after three of them. */
    static final Duration INTERVAL_OF_THE_WELL = Duration.ofSeconds(3);

    /** Less than the default timeout, of six seconds. */
    private static final Duration LATE = Duration.ofMillis(5500);

    private static final String STEADY = "interval: 3s, timeout: 6s";
    private static final String IMPATIENT = "interval: 9s, timeout: 4s";
    /** For those that keep the machine busy. */
    private static final String SELDOM = "interval: 15s, timeout: 4s";

    /** For those that send more than anybody takes: how soon that is seen depends on who else is busy. */
    private static final String SELDOM_WITH_TIME = "interval: 30s, timeout: 14s";

    private static final String SOON_TOO_OLD = "interval: 3s, timeout: 4s";
    private static final String PATIENT = "interval: 8s";

    private final FaultyServer decoy = FaultyServer.start(Fault.NONE);
    private final Map<String, FaultyServer> servers = new LinkedHashMap<>();
    private final List<Socket> silent = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final AtomicBoolean ill = new AtomicBoolean();
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

    static String odd(WatchedKind kind, Oddity oddity) {
        return kind.label() + "-" + oddity.label();
    }

    static String flapping(WatchedKind kind) {
        return kind.label() + "-flaps";
    }

    /** Well until {@link #fallIll}. */
    static String failing(WatchedKind kind) {
        return kind.label() + "-falls-ill";
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

    void fallIll() {
        ill.set(true);
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
        well(kind).forEach(id -> add(id, kind, STEADY, kind.well()));
        add(
                late(kind),
                kind,
                PATIENT,
                kind.well().butAt("/health", kind.unwell().after(LATE)));
        add(flapping(kind), kind, STEADY, refusingEachSecondRound(kind));
        add(failing(kind), kind, SOON_TOO_OLD, c -> (ill.get() ? Fault.SENDS_HTML : kind.well()).answer(c));
        for (Oddity oddity : Oddity.values()) {
            add(odd(kind, oddity), kind, PATIENT, oddity.answering(kind));
        }
        for (Ailment ailment : Ailment.values()) {
            addIll(kind, ailment);
        }
    }

    private void addIll(WatchedKind kind, Ailment ailment) {
        Answering symptom = ailment.answering(kind, decoy.url());
        if (ailment == Ailment.REFUSES) {
            addSilent(ill(kind, ailment), kind);
        } else if (ailment == Ailment.HANGS_IN_TLS) {
            FaultyServer server = start(ill(kind, ailment), symptom);
            list(ill(kind, ailment), kind, URI.create(server.url("").toString().replace("http:", "https:")), IMPATIENT);
        } else {
            String pace = pace(ailment);
            add(ill(kind, ailment), kind, pace, symptom);
            add(halfIll(kind, ailment), kind, pace, kind.well().butAt("/metrics", symptom));
        }
    }

    private static String pace(Ailment ailment) {
        if (ailment.reason().equals("too-large")) {
            return SELDOM_WITH_TIME;
        }
        return ailment.isFlood() ? SELDOM : IMPATIENT;
    }

    /** A round begins with the question for {@code /health}. */
    private static Answering refusingEachSecondRound(WatchedKind kind) {
        var rounds = new AtomicInteger();
        return c -> {
            int round = c.path().equals("/health") ? rounds.incrementAndGet() : rounds.get();
            if (round % 2 == 0) {
                c.reply(500, "");
            } else {
                kind.well().answer(c);
            }
        };
    }

    private void add(String id, WatchedKind kind, String pace, Answering answering) {
        list(id, kind, start(id, answering).url(""), pace);
    }

    private FaultyServer start(String id, Answering answering) {
        FaultyServer server = FaultyServer.start(answering);
        servers.put(id, server);
        return server;
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
