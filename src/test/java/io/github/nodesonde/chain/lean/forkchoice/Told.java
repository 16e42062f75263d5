package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.node.Credentials;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.NodeSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Nodes and what they told of a chain on which each branch has a block in every slot. */
final class Told {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final SlotMaxima NOWHERE_ELSE = new SlotMaxima(Optional.empty(), Optional.empty(), Optional.empty());
    static final Network NETWORK = new Network(
            "devnet", "lean", false, Optional.empty(), 0, 2, Duration.ofSeconds(2), new NoSettings(Set.of()));

    private Told() {}

    record NoSettings(Set<URI> urls) implements NodeSettings, NetworkSettings {}

    static Node node(String id) {
        return new Node(
                new NodeId(id),
                "lean",
                "devnet",
                new TreeMap<>(),
                Duration.ofSeconds(4),
                Duration.ofSeconds(6),
                Set.of(),
                Credentials.NONE,
                new NoSettings(Set.of()));
    }

    /** The block of the branch in that slot; the trunk is branch 0. */
    static Block block(long slot, int branch) {
        return new Block(slot, new Root(0xabcdef0000000000L + slot, branch, 0, 1));
    }

    /** The chain from a head on the trunk down to that slot. */
    static Chain trunk(long head, long bottom) {
        return branch(head, 0, head, bottom);
    }

    /** The chain from a head on a branch, whose last block on the trunk is at {@code parting}, down to that slot. */
    static Chain branch(long head, int branch, long parting, long bottom) {
        var blocks = new ArrayList<Block>();
        for (long slot = head; slot >= bottom; slot--) {
            blocks.add(block(slot, slot > parting ? branch : 0));
        }
        return Chain.of(blocks);
    }

    /** Told once, at noon; the chain's oldest block is finalized. */
    static ToldTree tree(String id, Chain chain) {
        return tree(id, chain, chain.bottom());
    }

    static ToldTree tree(String id, Chain chain, Block finalized) {
        return tree(id, chain, finalized, List.of(NOON));
    }

    static ToldTree tree(String id, Chain chain, Block finalized, List<Instant> toldAt) {
        return new ToldTree(node(id), new ForkChoice(chain, finalized, finalized, Optional.of(9L)), toldAt);
    }
}
