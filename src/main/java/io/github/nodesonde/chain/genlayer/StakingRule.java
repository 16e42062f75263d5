package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.staking.ValidatorFigures;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;

/** Judges a node by what the staking contract holds of its validator, while that is fresh. */
abstract class StakingRule implements GenLayerRule {

    private final String rule;
    private final Verdict verdict;

    StakingRule(String rule, Verdict verdict) {
        this.rule = rule;
        this.verdict = verdict;
    }

    @Override
    public final String rule() {
        return rule;
    }

    @Override
    public final Optional<Finding> judge(
            NodeSnapshot seen, Network network, NetworkView view, Optional<Finding> standing) {
        return StakingView.of(seen)
                .flatMap(staking -> found(new Scene(seen, (GenLayerNetworkSettings) network.settings(), staking)));
    }

    /** The finding, if it holds. */
    abstract Optional<Finding> found(Scene scene);

    Finding finding(Scene scene, String because) {
        return Finding.of(Subject.of(scene.seen.node()), rule, verdict, because, scene.seen.asOf());
    }

    /** What is judged, and by which settings. */
    record Scene(NodeSnapshot seen, GenLayerNetworkSettings settings, ValidatorStaking staking) {

        Optional<ValidatorFigures> figures() {
            return staking.figures();
        }

        long epoch() {
            return staking.epoch();
        }
    }
}
