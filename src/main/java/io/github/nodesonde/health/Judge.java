package io.github.nodesonde.health;

import io.github.nodesonde.health.NetworkJudgement.Version;
import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.FleetSnapshot;
import io.github.nodesonde.observation.NetworkSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes judgements of what was seen. A pure function of its arguments, but that faults of what is plugged in are logged;
 * they take nothing else down.
 */
@Component
final class Judge {

    private final Lenses lenses;
    private final NodeRules nodeRules;
    private final FleetRules fleetRules;
    private final DownWhen policy;

    Judge(
            List<NetworkLens> lenses,
            List<HealthRule> rules,
            List<FleetRule> fleetRules,
            FleetHealthProperties properties,
            OwnFaults faults) {
        this.lenses = new Lenses(lenses, faults);
        this.nodeRules = new NodeRules(rules, faults);
        this.fleetRules = new FleetRules(fleetRules, faults);
        this.policy = properties.downWhen();
    }

    /** Nothing was judged: an empty fleet, unknown. */
    Judgements unjudged(long version, Instant asOf, List<Finding> findings) {
        return new Judgements(
                version,
                asOf,
                Fleet.EMPTY,
                Verdict.UNKNOWN,
                policy,
                Counts.of(Stream.empty()),
                findings,
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** @param before the judgements that these follow */
    Judgements judge(Fleet fleet, FleetSnapshot seen, Judgements before) {
        JudgedNodes nodesBefore = JudgedNodes.copyOf(before.nodes());
        var networks = new TreeMap<String, NetworkJudgement>();
        var nodes = new HashMap<String, List<NodeJudgement>>();
        Counts counts = Counts.of(Stream.empty());
        for (NetworkSnapshot network : seen.networks()) {
            String name = network.network().name();
            Optional<NetworkJudgement> stood =
                    Optional.ofNullable(before.networks().get(name));
            Sight sight = lenses.look(network, stood);
            boolean mayStand = stood.filter(then -> then.network().equals(network.network()))
                    .isPresent();
            List<NodeJudgement> judged = nodeRules.judge(network, sight, nodesBefore, mayStand);
            NetworkJudgement whole = network(
                    network, sight, Counts.ofNodes(judged), Versions.of(judged, nodesBefore.of(name), stood), stood);
            counts = counts.plus(whole.nodes());
            nodes.put(name, judged);
            networks.put(name, whole);
        }
        List<Finding> findings = fleetRules.judge(seen, before.findings());
        return new Judgements(
                before.version() + 1,
                seen.asOf(),
                fleet,
                FleetRules.verdict(
                        networks.values().stream()
                                .map(NetworkJudgement::verdict)
                                .toList(),
                        findings),
                policy,
                counts,
                findings,
                networks,
                nodesBefore.next(nodes));
    }

    private NetworkJudgement network(
            NetworkSnapshot seen,
            Sight sight,
            Counts counts,
            List<Version> versions,
            Optional<NetworkJudgement> before) {
        Network network = seen.network();
        var found = new ArrayList<>(sight.findings());
        VersionMix.of(network, versions, seen.asOf()).ifPresent(found::add);
        sight.failed().ifPresent(lens -> found.add(OwnFaults.finding(Subject.of(network), List.of(lens), seen.asOf())));
        List<Finding> findings =
                new Standing(before.map(NetworkJudgement::findings).orElse(List.of())).carryOn(found, seen.asOf());
        return new NetworkJudgement(
                network,
                Policy.of(network, policy).verdict(counts, findings),
                counts,
                sight.view(),
                findings,
                sight.derived(),
                versions);
    }
}
