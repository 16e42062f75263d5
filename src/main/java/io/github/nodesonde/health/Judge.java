package io.github.nodesonde.health;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.nodesonde.health.NetworkJudgement.Version;
import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.node.Subject;
import io.github.nodesonde.observation.FleetSnapshot;
import io.github.nodesonde.observation.NetworkSnapshot;
import java.time.Instant;
import java.util.Comparator;
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

    private static final Comparator<Version> BY_NAME_AND_VERSION = Comparator.comparing(
                    (Version version) -> version.name().orElse(""))
            .thenComparing(version -> version.version().orElse(""));

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
        var networks = new TreeMap<String, NetworkJudgement>();
        var nodes = new TreeMap<NodeId, NodeJudgement>();
        for (NetworkSnapshot network : seen.networks()) {
            String name = network.network().name();
            Optional<NetworkJudgement> stood =
                    Optional.ofNullable(before.networks().get(name));
            Sight sight = lenses.look(network, stood);
            List<NodeJudgement> judged = network.nodes().stream()
                    .map(node -> nodeRules.judge(
                            node,
                            network,
                            sight,
                            Optional.ofNullable(before.nodes().get(node.node().id()))))
                    .toList();
            judged.forEach(node -> nodes.put(node.seen().node().id(), node));
            networks.put(name, network(network, sight, judged, stood));
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
                Counts.of(nodes.values().stream().map(NodeJudgement::verdict)),
                findings,
                networks,
                nodes);
    }

    private NetworkJudgement network(
            NetworkSnapshot seen, Sight sight, List<NodeJudgement> nodes, Optional<NetworkJudgement> before) {
        Network network = seen.network();
        Subject subject = Subject.of(network);
        Counts counts = Counts.of(nodes.stream().map(NodeJudgement::verdict));
        List<Version> versions = versions(nodes);
        Stream<Finding> found = Stream.of(
                        sight.findings(subject).stream(),
                        VersionMix.of(network, versions, seen.asOf()).stream(),
                        sight.failed().stream().map(lens -> OwnFaults.finding(subject, List.of(lens), seen.asOf())))
                .flatMap(findings -> findings);
        List<Finding> findings =
                new Standing(before.map(NetworkJudgement::findings).orElse(List.of())).carryOn(found);
        return new NetworkJudgement(
                network,
                Policy.of(network, policy).verdict(counts, findings),
                counts,
                sight.view(),
                findings,
                sight.derived(subject),
                versions);
    }

    /** Which node runs what; one that tells neither name nor version is not among them. */
    private static List<Version> versions(List<NodeJudgement> nodes) {
        return nodes.stream()
                .filter(node -> !node.view().software().equals(Software.UNKNOWN))
                .collect(groupingBy(
                        node -> node.view().software(),
                        mapping(node -> node.seen().node().id(), toList())))
                .entrySet()
                .stream()
                .map(entry -> new Version(entry.getKey().name(), entry.getKey().version(), entry.getValue()))
                .sorted(BY_NAME_AND_VERSION)
                .toList();
    }
}
