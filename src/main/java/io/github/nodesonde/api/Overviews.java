package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.request.Parameters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes overviews of the fleet as it is now. */
@Component
public final class Overviews {

    private final LatestJudgements judgements;
    private final NodeFilters filters;
    private final RunningGateway gateway;

    Overviews(LatestJudgements judgements, NodeFilters filters, RunningGateway gateway) {
        this.judgements = judgements;
        this.filters = filters;
        this.gateway = gateway;
    }

    /**
     * The nodes that the query asks for, by the filters of {@code /api/v1/nodes}.
     *
     * @param further names of parameters that are the caller's own
     * @throws org.springframework.web.ErrorResponseException when the query is no good: a problem, with its detail
     */
    public Overview of(Map<String, List<String>> query, Collection<String> further) {
        Judgements all = judgements.get();
        List<String> known =
                Stream.concat(NodeFilters.PARAMETERS.stream(), further.stream()).toList();
        NodeFilter filter = filters.read(Parameters.ofForm(query, known), all);
        List<Overview.Section> sections = all.networks().values().stream()
                .sorted(Comparator.comparing(NetworkJudgement::verdict, NodeOrder.worstFirst()))
                .map(network -> section(network, filter, all))
                .filter(section -> !filter.narrows() || !section.nodes().isEmpty())
                .toList();
        return new Overview(
                FleetJson.of(all, gateway.describe(all)),
                filter.narrows(),
                sections.stream().mapToInt(section -> section.nodes().size()).sum(),
                filters.types(),
                sections);
    }

    Overview.Section section(NetworkJudgement judged, Predicate<NodeJudgement> filter, Judgements all) {
        String name = judged.network().name();
        return new Overview.Section(
                NetworkJson.of(judged, all.asOf()),
                Briefs.of(judged.view().topics().values()),
                judged.network().downWhen().orElse(all.policy()).name().toLowerCase(Locale.ROOT),
                judged.network().minUp(),
                all.nodesOf(name)
                        .filter(filter)
                        .sorted(NodeOrder.WORST_FIRST)
                        .map(node -> new Overview.Entry(
                                NodeSummaryJson.of(node, all.asOf()),
                                Briefs.of(node.view().topics().values())))
                        .toList());
    }
}
