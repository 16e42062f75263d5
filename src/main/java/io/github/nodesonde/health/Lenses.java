package io.github.nodesonde.health;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.NetworkSnapshot;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
            return Sight.of(seen, checked(lens.view(seen, before), seen), lens.rules());
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
    private static NetworkView checked(NetworkView view, NetworkSnapshot seen) {
        if (view.findings().isEmpty()) {
            return view;
        }
        Set<Subject> subjects = Stream.concat(
                        Stream.of(Subject.of(seen.network())),
                        seen.nodes().stream().map(node -> Subject.of(node.node())))
                .collect(toSet());
        for (Finding finding : view.findings()) {
            if (!subjects.contains(finding.subject())) {
                throw new IllegalStateException(
                        "finding " + finding.rule() + " is about neither the network nor a node of it");
            }
        }
        return view;
    }
}
