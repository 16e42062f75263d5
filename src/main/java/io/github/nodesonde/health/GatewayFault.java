package io.github.nodesonde.health;

import static java.util.Comparator.comparing;

import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.ControlTarget;
import io.github.nodesonde.observation.FleetSnapshot;
import io.github.nodesonde.observation.NetworkSnapshot;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Most of the fleet went silent together, so the fault is likelier ours than theirs. Holds when at least three nodes, more
 * than half of all, in two networks or more (with one network: all of its nodes) began to fail within two intervals of
 * each other; ends when fewer than half fail. Only nodes that cannot be reached or do not reply in time count, and those that
 * the gateway itself failed to ask: one that replies anything else proves that the way to it is open.
 *
 * <p>Nodes in maintenance are left out.
 *
 * <p>Where intervals differ, the later node counts in its own: each began to fail within two of its intervals after the
 * first of them.
 *
 * <p>A control target, where there is one, decides instead: it holds when that could not be reached in two rounds in a row,
 * until it is reached, whatever the nodes do.
 */
@Component
final class GatewayFault implements FleetRule {

    static final String RULE = "gateway-fault";

    private static final int FEWEST_NODES = 3;
    private static final int INTERVALS = 2;
    private static final int CONTROL_ROUNDS = 2;
    private static final List<Reason> SILENCE = List.of(Reason.UNREACHABLE, Reason.TIMED_OUT, Reason.INTERNAL);
    private static final List<Reason> OURS = List.of(Reason.INTERNAL);

    /** Which nodes were silent at the judging before, by network: a memory of what need not be worked out again, and no more. */
    private final AtomicReference<Map<String, PerNode<Boolean>>> silence = new AtomicReference<>(Map.of());

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public Optional<Finding> judge(FleetSnapshot seen, Optional<Finding> standing) {
        if (seen.control().isPresent()) {
            silence.set(Map.of());
            return byControl(seen.control().get(), seen.asOf());
        }
        return byNodes(seen, standing);
    }

    private static Optional<Finding> byControl(ControlTarget control, Instant asOf) {
        return control.failedRounds() < CONTROL_ROUNDS
                ? Optional.empty()
                : Optional.of(finding("the control target cannot be reached: the fault is the gateway's own", asOf)
                        .measured(CONTROL_ROUNDS, CONTROL_ROUNDS));
    }

    private Optional<Finding> byNodes(FleetSnapshot seen, Optional<Finding> standing) {
        int all = 0;
        int networks = 0;
        for (NetworkSnapshot network : seen.networks()) {
            int watched = network.watched().size();
            all += watched;
            networks += watched > 0 ? 1 : 0;
        }
        List<NodeSnapshot> silent = silent(seen);
        boolean holds = standing.isPresent()
                ? !silent.isEmpty() && 2 * silent.size() >= all
                : isMost(silent.size(), all) && beganTogether(silent, all, networks);
        return holds
                ? Optional.of(finding("%d of %d nodes %s".formatted(silent.size(), all, words(silent)), seen.asOf())
                        .measured(silent.size(), all / 2.0))
                : Optional.empty();
    }

    private List<NodeSnapshot> silent(FleetSnapshot seen) {
        Map<String, PerNode<Boolean>> before = silence.get();
        var now = new HashMap<String, PerNode<Boolean>>();
        var silent = new ArrayList<NodeSnapshot>();
        for (NetworkSnapshot network : seen.networks()) {
            String name = network.network().name();
            PerNode<Boolean> known =
                    PerNode.of(network.nodes(), before.getOrDefault(name, PerNode.none()), (node, _) -> isSilent(node));
            now.put(name, known);
            for (int i = 0; i < known.size(); i++) {
                NodeSnapshot node = network.nodes().get(i);
                if (known.inOrder().get(i)
                        && !network.inMaintenance().contains(node.node().id())) {
                    silent.add(node);
                }
            }
        }
        silence.set(now);
        return silent;
    }

    private static Finding finding(String because, Instant asOf) {
        return Finding.of(Subject.FLEET, RULE, Verdict.UNKNOWN, because, asOf);
    }

    /** Says what kept the gateway from asking, where it knows. */
    private static String words(List<NodeSnapshot> silent) {
        return silent.stream()
                .map(Outage::of)
                .filter(outage -> outage.isBecauseOf(OURS))
                .flatMap(outage -> outage.newestFailure().stream())
                .findFirst()
                .map(failure -> "could not be asked: a fault of the gateway, " + failure.detail())
                .orElse("cannot be reached and began to fail together: the fault may be the gateway's own");
    }

    private static boolean isSilent(NodeSnapshot node) {
        Outage outage = Outage.of(node);
        return outage.isUnderWay() && outage.isBecauseOf(SILENCE);
    }

    private static boolean isMost(int nodes, int all) {
        return nodes >= FEWEST_NODES && 2 * nodes > all;
    }

    /**
     * Sweeps over the spans in which the silent nodes may have been lost. Those that have a moment in common are open at
     * once when the last of them opens.
     *
     * @param all how many nodes there are, silent or not
     * @param networks how many networks have any
     */
    private static boolean beganTogether(List<NodeSnapshot> silent, int all, int networks) {
        var open = new PriorityQueue<Span>(comparing(Span::to));
        var openIn = new HashMap<String, Integer>();
        for (Span next :
                silent.stream().flatMap(Span::of).sorted(comparing(Span::from)).toList()) {
            while (!open.isEmpty() && open.element().to().isBefore(next.from())) {
                openIn.computeIfPresent(open.remove().network(), (_, count) -> count > 1 ? count - 1 : null);
            }
            open.add(next);
            openIn.merge(next.network(), 1, Integer::sum);
            if (isMost(open.size(), all) && (networks == 1 ? open.size() == all : openIn.size() > 1)) {
                return true;
            }
        }
        return false;
    }

    private static String network(NodeSnapshot node) {
        return node.node().network();
    }

    /** The time in which a node was lost: up to its first failed round, and two intervals back from there. */
    private record Span(String network, Instant from, Instant to) {

        static Stream<Span> of(NodeSnapshot node) {
            return Outage.of(node).beganAt().stream()
                    .map(at -> new Span(
                            GatewayFault.network(node),
                            at.minus(node.node().interval().multipliedBy(INTERVALS)),
                            at));
        }
    }
}
