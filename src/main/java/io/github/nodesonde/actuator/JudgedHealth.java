package io.github.nodesonde.actuator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.nodesonde.health.Counts;
import io.github.nodesonde.health.Finding;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.DownWhen;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The fleet, a network or a node as the health endpoint prints it: the judge's verdict, why, and what it is made of. Boot's
 * own composites could not say it, for their status is a function of their components' alone.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JudgedHealth(Verdict status, Map<String, Object> details, Map<String, JudgedHealth> components)
        implements OperationResponseBody {

    JudgedHealth {
        details = Collections.unmodifiableMap(details);
        components = Collections.unmodifiableMap(components);
    }

    /** @param detailed whether reasons are told, not the statuses alone */
    static JudgedHealth of(Judgements all, boolean detailed) {
        var networks = new LinkedHashMap<String, JudgedHealth>();
        all.networks().forEach((name, network) -> networks.put(name, of(network, all, detailed)));
        return new JudgedHealth(all.verdict(), detailed ? details(all) : Map.of(), networks);
    }

    /** What is told of the fleet beside its verdict. */
    static Map<String, Object> details(Judgements all) {
        var details = new LinkedHashMap<String, Object>();
        details.put("asOf", all.asOf());
        details.put("policy", label(all.policy()));
        details.put("nodes", counts(all.counts()));
        details.put("findings", findings(all.findings()));
        return details;
    }

    private static JudgedHealth of(NetworkJudgement judged, Judgements all, boolean detailed) {
        var network = judged.network();
        var nodes = new LinkedHashMap<String, JudgedHealth>();
        all.nodesOf(network.name())
                .forEach(node -> nodes.put(node.seen().node().id().value(), of(node, detailed)));
        var details = new LinkedHashMap<String, Object>();
        if (detailed) {
            details.put("type", network.type());
            details.put("policy", label(network.downWhen().orElse(all.policy())));
            if (network.minUp() > 0) {
                details.put("minUp", network.minUp());
            }
            details.put("nodes", counts(judged.nodes()));
            details.put("findings", findings(judged.findings()));
        }
        return new JudgedHealth(judged.verdict(), details, nodes);
    }

    private static JudgedHealth of(NodeJudgement judged, boolean detailed) {
        var details = new LinkedHashMap<String, Object>();
        if (detailed) {
            details.put("since", judged.since());
            details.put("findings", findings(judged.findings()));
        }
        return new JudgedHealth(judged.verdict(), details, new LinkedHashMap<>());
    }

    /** What lies at that path below this; itself for an empty path. */
    Optional<JudgedHealth> find(List<String> path) {
        @Nullable JudgedHealth found = this;
        for (String name : path) {
            found = found == null ? null : found.components.get(name);
        }
        return Optional.ofNullable(found);
    }

    private static Map<String, Integer> counts(Counts counts) {
        var printed = new LinkedHashMap<String, Integer>();
        printed.put("total", counts.total());
        counts.byVerdict().forEach((verdict, count) -> printed.put(verdict.label(), count));
        return printed;
    }

    private static List<FindingDetail> findings(List<Finding> findings) {
        return findings.stream().map(FindingDetail::of).toList();
    }

    private static String label(DownWhen policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }

    /** A finding in short; the API tells it whole. */
    record FindingDetail(String rule, Verdict verdict, String because, Instant since) {

        static FindingDetail of(Finding finding) {
            return new FindingDetail(finding.rule(), finding.verdict(), finding.because(), finding.since());
        }
    }
}
