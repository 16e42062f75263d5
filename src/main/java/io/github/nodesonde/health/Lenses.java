package io.github.nodesonde.health;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Finds the lens of a network and looks through it. A kind without one is seen all the same, and told nothing of. */
final class Lenses {

    private final Map<String, NetworkLens> byType;
    private final OwnFaults faults;

    /** @throws IllegalStateException when a kind has two */
    Lenses(Collection<NetworkLens> lenses, OwnFaults faults) {
        this.byType = lenses.stream().collect(toMap(NetworkLens::type, identity()));
        this.faults = faults;
    }

    Sight look(NetworkSnapshot seen, Optional<NetworkJudgement> before) {
        Network network = seen.network();
        return Optional.ofNullable(byType.get(network.type()))
                .map(lens -> look(lens, seen, before.flatMap(stood -> viewOf(stood, network))))
                .orElseGet(() -> Sight.without(seen));
    }

    private Sight look(NetworkLens lens, NetworkSnapshot seen, Optional<NetworkView> before) {
        try {
            return checked(Sight.of(seen, lens.view(seen, before), lens.rules()), Subject.of(seen.network()));
        } catch (RuntimeException | StackOverflowError fault) {
            String culprit = "the lens of kind " + lens.type();
            faults.tell(culprit, fault);
            return Sight.failed(seen, culprit);
        }
    }

    /** The view that stood before, of the same settings and made by the lens rather than for want of one. */
    private static Optional<NetworkView> viewOf(NetworkJudgement stood, Network network) {
        return stood.network().type().equals(network.type())
                        && stood.network().settings().equals(network.settings())
                        && new Standing(stood.findings()).of(OwnFaults.RULE).isEmpty()
                ? Optional.of(stood.view())
                : Optional.empty();
    }

    /** A finding that nobody would ever be shown must not get lost without a word. */
    private static Sight checked(Sight sight, Subject network) {
        for (Finding finding : sight.view().findings()) {
            boolean isShown = finding.subject() instanceof Subject.OfNode(NodeId id)
                    ? sight.view().nodes().containsKey(id)
                    : finding.subject().equals(network);
            if (!isShown) {
                throw new IllegalStateException(
                        "finding " + finding.rule() + " is about neither the network nor a node of it");
            }
        }
        return sight;
    }
}
