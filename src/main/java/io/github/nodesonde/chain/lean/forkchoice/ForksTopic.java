package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.health.Branched;
import io.github.nodesonde.health.Branches;
import io.github.nodesonde.health.Dated;
import io.github.nodesonde.health.NetworkView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a network's nodes are on one chain.
 *
 * @param since when they were told to be on more than one; empty while they are not
 * @param depthBlocks above the newest common block on the shortest chain, 0 while there is one chain; empty while unknown
 * @param commonSlot of the newest block that all chains share; empty while there is one chain
 * @param groups one for each chain, the largest first
 * @param undecidable ids of nodes in no group, sorted
 */
public record ForksTopic(
        State state,
        Optional<Instant> since,
        Optional<Integer> depthBlocks,
        Optional<Long> commonSlot,
        Optional<String> commonRoot,
        List<OneChain> groups,
        List<String> undecidable)
        implements Branched, Dated {

    public static final String NAME = "forks";

    public ForksTopic {
        groups = List.copyOf(groups);
        undecidable = List.copyOf(undecidable);
    }

    /** What is held of the network. */
    public enum State {
        NONE,
        /** On several chains, which may be the siblings of one slot. */
        TRANSIENT,
        FORKED,
        /** Fewer than two nodes tell their tree, or none can be compared. */
        UNKNOWN
    }

    /** @param nodes ids, sorted */
    public record OneChain(long headSlot, String headRoot, List<String> nodes) {}

    /** @param before as it was judged last: what was forked is until its nodes are on one chain */
    static ForksTopic of(
            int trees, ForkGroups groups, List<String> undecidable, ForkLimits limits, Optional<ForksTopic> before) {
        Optional<Instant> since = groups.groups().size() < 2
                ? Optional.empty()
                : before.flatMap(ForksTopic::since).or(groups::toldAt);
        State state = trees < 2 || groups.groups().isEmpty()
                ? State.UNKNOWN
                : since.map(begin -> isForked(groups, begin, limits, before) ? State.FORKED : State.TRANSIENT)
                        .orElse(State.NONE);
        Optional<Block> common = groups.common();
        return new ForksTopic(
                state,
                since,
                Optional.of(groups.depthBlocks()).filter(_ -> state != State.UNKNOWN),
                common.map(Block::slot),
                common.map(block -> block.root().toString()),
                groups.groups().stream()
                        .map(group -> new OneChain(
                                group.head().slot(), group.head().root().toString(), group.ids()))
                        .toList(),
                undecidable);
    }

    private static boolean isForked(ForkGroups groups, Instant since, ForkLimits limits, Optional<ForksTopic> before) {
        return before.filter(topic -> topic.state == State.FORKED).isPresent()
                || groups.polls(since) >= limits.forkPolls();
    }

    @Override
    public ForksTopic later(Duration by) {
        return new ForksTopic(
                state, since.map(begin -> begin.plus(by)), depthBlocks, commonSlot, commonRoot, groups, undecidable);
    }

    @Override
    public Branches branches() {
        return new Branches(
                "slot",
                commonSlot.flatMap(slot -> commonRoot.map(root -> new Branches.Point(slot, root))),
                groups.stream()
                        .map(chain -> new Branches.Branch(
                                new Branches.Point(chain.headSlot(), chain.headRoot()), chain.nodes()))
                        .toList(),
                undecidable);
    }

    static Optional<ForksTopic> in(NetworkView view) {
        return view.topics().get(NAME) instanceof ForksTopic topic ? Optional.of(topic) : Optional.empty();
    }
}
