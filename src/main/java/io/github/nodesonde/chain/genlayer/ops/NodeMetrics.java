package io.github.nodesonde.chain.genlayer.ops;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.observation.Memorable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What judging needs of a node's own series. Of a node that prints only its runtime's series all but the last two are empty.
 *
 * @param synced what the node says of itself
 * @param addresses those that it prints as its own
 * @param blocksBehind how far it is behind the chain's head
 * @param permits how many more contracts its GenVM may run at once
 * @param disks each directory that it tells of
 * @param votes what it did as a validator since it started
 * @param startedAt when its process started, in Unix seconds
 */
public record NodeMetrics(
        Optional<Boolean> synced,
        Set<Address> addresses,
        Optional<Double> blocksBehind,
        Optional<Double> permits,
        List<Disk> disks,
        Optional<Votes> votes,
        Optional<Descriptors> descriptors,
        Optional<Double> startedAt)
        implements Memorable {

    public NodeMetrics {
        addresses = Set.copyOf(addresses);
        disks = List.copyOf(disks);
    }

    /** How far behind it was, for whether it catches up. */
    @Override
    public Optional<Record> remembered() {
        return blocksBehind.map(Behind::new);
    }

    /** By how many blocks the node was behind the chain's head in a round gone by. */
    public record Behind(double blocks) {}

    /**
     * The disk that a directory lies on.
     *
     * @param directory printable and short; empty where the node does not say
     * @param freeRatio what is free of it, from 0 to 1
     */
    public record Disk(Optional<String> directory, double freeRatio) {}

    /** How often it committed to a vote, and revealed one. */
    public record Votes(double committed, double revealed) {}

    /** File descriptors of its process: those open, and how many it may have, which is more than 0. */
    public record Descriptors(double open, double most) {

        public double ratio() {
            return open / most;
        }
    }
}
