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

/** The network {@code devnet-demo}: four nodes in order, one that falls behind now and then, one that has lost its peers. */
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
                "genesis-time: " + genesis.getEpochSecond() + "\nseconds-per-slot: " + Devnet.SLOT.toSeconds(),
                nodes(chain, genesis)));
    }

    private static List<SimulatedNode> nodes(Devnet chain, Instant started) {
        return List.of(
                new SimulatedSeedNode("lean-0", "{ region: eu, team: acme }", chain, started, PEERS, Following.CLOSELY),
                new SimulatedSeedNode("lean-1", "{ region: us, team: acme }", chain, started, PEERS, Following.CLOSELY),
                new SimulatedSeedNode("lean-2", "{ region: ap }", chain, started, PEERS, Following.CLOSELY),
                new SimulatedLeanspecNode("lean-3", "{ region: eu }", chain, started, PEERS),
                new SimulatedSeedNode("lean-4", "{ region: us }", chain, started, PEERS, Following.BY_FITS_AND_STARTS),
                new SimulatedSeedNode("lean-5", "{}", chain, started, 0, Following.CLOSELY));
    }
}
