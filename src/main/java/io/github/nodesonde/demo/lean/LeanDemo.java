package io.github.nodesonde.demo.lean;

import io.github.nodesonde.demo.SimulatedKind;
import io.github.nodesonde.demo.SimulatedNetwork;
import io.github.nodesonde.demo.SimulatedNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The network {@code devnet-demo}: five nodes in order, of four clients, one that is on a fork of its own for a while in
 * every three minutes, one that falls behind now and then, one that has lost its peers,
 * and one that is rarely to be had: the network's patience is long enough that it is unknown rather than down.
 */
@Component
@ConditionalOnBooleanProperty("nodesonde.demo")
final class LeanDemo implements SimulatedKind {

    private static final Duration AGE_OF_CHAIN = Duration.ofHours(2);
    private static final int PEERS = 5;

    @Override
    public List<SimulatedNetwork> networks(Instant startedAt) {
        Instant genesis = startedAt.truncatedTo(ChronoUnit.SECONDS).minus(AGE_OF_CHAIN);
        var chain = new Devnet(genesis);
        return List.of(new SimulatedNetwork(
                "devnet-demo",
                "lean",
                "genesis-time: %d%nseconds-per-slot: %d%nrules: { down-after: 12 }"
                        .formatted(genesis.getEpochSecond(), Devnet.SLOT.toSeconds()),
                nodes(chain)));
    }

    private static List<SimulatedNode> nodes(Devnet chain) {
        return List.of(
                seed(
                        "lean-0",
                        "{ region: eu, team: acme }",
                        chain,
                        PEERS,
                        Following.CLOSELY,
                        Presence.ALWAYS,
                        Side.MAJORITY),
                seed(
                        "lean-1",
                        "{ region: us, team: acme }",
                        chain,
                        PEERS,
                        Following.CLOSELY,
                        Presence.ALWAYS,
                        Side.MAJORITY),
                seed("lean-2", "{ region: ap }", chain, PEERS, Following.CLOSELY, Presence.ALWAYS, Side.MINORITY),
                new SimulatedClientNode("lean-3", "{ region: eu }", chain, new SimulatedLeanspec(PEERS)),
                seed(
                        "lean-4",
                        "{ region: us }",
                        chain,
                        PEERS,
                        Following.BY_FITS_AND_STARTS,
                        Presence.ALWAYS,
                        Side.MAJORITY),
                seed("lean-5", "{}", chain, 0, Following.CLOSELY, Presence.ALWAYS, Side.MAJORITY),
                seed("lean-6", "{ region: af }", chain, PEERS, Following.CLOSELY, Presence.NOW_AND_THEN, Side.MAJORITY),
                new SimulatedClientNode("zeam-0", "{ region: eu }", chain, new SimulatedZeam(PEERS)),
                new SimulatedClientNode("ream-0", "{ region: us }", chain, new SimulatedReam()));
    }

    /** A node that has run since genesis. */
    private static SimulatedNode seed(
            String id, String labels, Devnet chain, int peers, Following following, Presence presence, Side side) {
        return new SimulatedSeedNode(id, labels, chain, chain.genesis(), peers, following, presence, side);
    }
}
