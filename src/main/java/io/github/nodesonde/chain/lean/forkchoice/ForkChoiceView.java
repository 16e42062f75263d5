package io.github.nodesonde.chain.lean.forkchoice;

import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the trees of a network's nodes tell together. A pure function of its arguments. Only nodes that are given count: let
 * them be fresh and not in maintenance.
 */
public final class ForkChoiceView {

    /** Ids of the findings it makes. */
    public static final Set<String> RULES = ForkFindings.RULES;

    private final List<ToldTree> trees;
    private final FinalityTopic finality;
    private final ForksTopic forks;
    private final Map<NodeId, String> undecidable;

    private ForkChoiceView(
            List<ToldTree> trees, FinalityTopic finality, ForksTopic forks, Map<NodeId, String> undecidable) {
        this.trees = trees;
        this.finality = finality;
        this.forks = forks;
        this.undecidable = undecidable;
    }

    /**
     * @param trees at most one a node, by id
     * @param told the highest slots of all that nodes tell elsewhere; those of trees are added
     * @param before the last view of the network
     */
    public static ForkChoiceView of(
            List<ToldTree> trees, SlotMaxima told, ForkLimits limits, Instant asOf, Optional<NetworkView> before) {
        List<Witness> witnesses = Witness.of(trees);
        List<Optional<String>> undecided = Undecidable.among(witnesses);
        var because = new TreeMap<NodeId, String>();
        for (int i = 0; i < witnesses.size(); i++) {
            for (ToldTree tree : witnesses.get(i).nodes()) {
                undecided.get(i).ifPresent(why -> because.put(tree.node().id(), why));
            }
        }
        ForkGroups groups = ForkGroups.of(witnesses.stream()
                .filter(witness ->
                        !because.containsKey(witness.nodes().getFirst().node().id()))
                .toList());
        return new ForkChoiceView(
                trees,
                FinalityTopic.of(witnesses, told.with(trees), limits, asOf, before.flatMap(FinalityTopic::in)),
                ForksTopic.of(
                        trees.size(),
                        groups,
                        because.keySet().stream().map(NodeId::value).toList(),
                        limits,
                        before.flatMap(ForksTopic::in)),
                because);
    }

    public FinalityTopic finality() {
        return finality;
    }

    public ForksTopic forks() {
        return forks;
    }

    /** About the network and the nodes of it whose trees were given. */
    public List<Finding> findings(Network network, ForkLimits limits, Instant asOf) {
        return new ForkFindings(network, limits, asOf).of(finality, forks, undecidable);
    }

    public List<Reading> readings(Network network) {
        return new ForkReadings(network).of(trees.size(), finality, forks);
    }

    /** Size of the registry as most nodes tell it; empty on a tie, or when none tells. */
    public Optional<Long> validators() {
        return validatorCounts().value();
    }

    /** Nodes that tell another size of the registry than most; on a tie all that tell. */
    public SortedSet<NodeId> otherValidators() {
        return validatorCounts().dissenters();
    }

    /** Nodes that hold another root finalized than most that hold the same slot above 0 finalized; on a tie all of these. */
    public SortedSet<NodeId> otherFinalizedRoots() {
        Map<Long, Map<NodeId, Root>> bySlot = new HashMap<>();
        for (ToldTree tree : trees) {
            Block finalized = tree.forkChoice().finalized();
            if (finalized.slot() > 0) {
                bySlot.computeIfAbsent(finalized.slot(), _ -> new HashMap<>())
                        .put(tree.node().id(), finalized.root());
            }
        }
        var others = new TreeSet<NodeId>();
        bySlot.values().forEach(roots -> others.addAll(Agreement.of(roots).dissenters()));
        return others;
    }

    private Agreement<Long> validatorCounts() {
        return Agreement.of(trees.stream()
                .flatMap(tree -> tree.forkChoice().validators().stream()
                        .map(count -> Map.entry(tree.node().id(), count)))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
