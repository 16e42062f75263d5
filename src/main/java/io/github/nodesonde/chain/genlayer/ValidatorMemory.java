package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.chain.genlayer.ops.NodeMetrics.Votes;
import io.github.nodesonde.chain.genlayer.staking.ValidatorFigures;
import io.github.nodesonde.health.Dated;
import io.github.nodesonde.health.NetworkView;
import io.github.nodesonde.health.PerNode;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is remembered of the validators of a network's nodes. */
record ValidatorMemory(PerNode<Known> nodes) implements Dated {

    private static final ValidatorMemory NOTHING = new ValidatorMemory(PerNode.none());

    /**
     * What is known of a node.
     *
     * @param isValidator whether the contract knows its address as a validator
     * @param watch empty while it need not sign, or is not known to have to
     */
    record Known(boolean isValidator, Optional<Watch> watch) {

        static Known of(NodeSnapshot seen, Optional<Known> before, Instant now) {
            Optional<ValidatorFigures> figures = StakingView.of(seen).flatMap(ValidatorStaking::figures);
            return new Known(
                    figures.isPresent(),
                    due(seen, figures)
                            .map(votes -> before.flatMap(Known::watch)
                                    .filter(watch -> watch.continues(votes, now))
                                    .orElseGet(() -> new Watch(votes, now))));
        }

        private Known later(Duration by) {
            return new Known(isValidator, watch.map(watched -> watched.later(by)));
        }

        /** The counts of a node that is known to be active and synced. */
        private static Optional<Votes> due(NodeSnapshot seen, Optional<ValidatorFigures> figures) {
            boolean active = figures.flatMap(ValidatorFigures::inActiveSet).orElse(false);
            return seen.report(MetricsProbe.NAME, NodeMetrics.class)
                    .filter(metrics -> active && metrics.synced().orElse(false))
                    .flatMap(NodeMetrics::votes);
        }
    }

    /**
     * The counts of a node that should sign, and since when they are known to stand. A node that was lost from sight in
     * between, or was not active or not synced, is watched anew: nobody knows what it should have done.
     */
    record Watch(Votes votes, Instant since) {

        private Watch later(Duration by) {
            return new Watch(votes, since.plus(by));
        }

        private boolean continues(Votes told, Instant now) {
            return votes.equals(told) && !since.isAfter(now);
        }
    }

    /** What a view remembers; nothing where there is none. */
    static ValidatorMemory in(Optional<NetworkView> view) {
        return view.flatMap(NetworkView::memory)
                .filter(ValidatorMemory.class::isInstance)
                .map(ValidatorMemory.class::cast)
                .orElse(NOTHING);
    }

    /** This after one more look. */
    ValidatorMemory after(NetworkSnapshot seen) {
        return new ValidatorMemory(
                PerNode.of(seen.nodes(), nodes, (node, before) -> Known.of(node, before, seen.asOf())));
    }

    @Override
    public ValidatorMemory later(Duration by) {
        return new ValidatorMemory(nodes.each(known -> known.later(by)));
    }

    /** How many nodes are such of a validator, those left out that are in maintenance. */
    int validators(NetworkSnapshot seen) {
        List<Known> known = nodes.inOrder();
        int count = 0;
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).isValidator()
                    && !seen.inMaintenance().contains(seen.nodes().get(i).node().id())) {
                count++;
            }
        }
        return count;
    }

    /** For how long the node has not signed though it should have, as far as it was watched; empty when it need not. */
    Optional<Duration> idle(NodeSnapshot seen) {
        return Optional.ofNullable(nodes.get(seen.node().id()))
                .flatMap(Known::watch)
                .map(watch -> Duration.between(watch.since(), seen.asOf()));
    }
}
