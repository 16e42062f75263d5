package io.github.nodesonde.chain.lean.forkchoice;

import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.observation.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
}
