package io.github.nodesonde.health;

import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.FleetSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges the fleet as a whole. */
final class FleetRules {

    private static final Comparator<Finding> OUR_OWN_FAULT_FIRST =
            Comparator.comparing((Finding finding) -> !isGatewayFault(finding)).thenComparing(Finding.ORDER);

    private final List<FleetRule> rules;
    private final OwnFaults faults;

    FleetRules(Collection<FleetRule> rules, OwnFaults faults) {
        this.rules = List.copyOf(rules);
        this.faults = faults;
    }

    /** The findings of the fleet itself: a suspicion against the gateway first, then worst first. */
    List<Finding> judge(FleetSnapshot seen, List<Finding> before) {
        var standing = new Standing(before);
        var found = new ArrayList<Finding>();
        var failed = new ArrayList<String>();
        for (FleetRule rule : rules) {
            try {
                rule.judge(seen, standing.of(rule.rule())).ifPresent(found::add);
            } catch (RuntimeException | StackOverflowError fault) {
                String culprit = "rule " + rule.rule();
                faults.tell(culprit, fault);
                failed.add(culprit);
            }
        }
        if (!failed.isEmpty()) {
            found.add(OwnFaults.finding(Subject.FLEET, failed, seen.asOf()));
        }
        return standing.carryOn(found, seen.asOf()).stream()
                .sorted(OUR_OWN_FAULT_FIRST)
                .toList();
    }

    /**
     * The verdict of the fleet: unknown while the gateway itself is suspected; else the worst of its networks and of its
     * own findings, networks in maintenance left out. Without a network nothing is known.
     */
    static Verdict verdict(Collection<Verdict> networks, List<Finding> own) {
        if (networks.isEmpty() || own.stream().anyMatch(FleetRules::isGatewayFault)) {
            return Verdict.UNKNOWN;
        }
        Optional<Verdict> worst = Verdict.worst(networks.stream());
        return worst.flatMap(found -> Verdict.worst(
                        Stream.concat(Stream.of(found), own.stream().map(Finding::verdict))))
                .orElse(Verdict.MAINTENANCE);
    }

    private static boolean isGatewayFault(Finding finding) {
        return finding.rule().equals(GatewayFault.RULE);
    }
}
