package io.github.nodesonde.api;

import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.history.History;
import io.github.nodesonde.history.IncidentFilter;
import io.github.nodesonde.history.Paging;
import io.github.nodesonde.history.Uptime;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.request.JudgementLookup;
import io.github.nodesonde.request.Parameters;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes records of what was. Every method throws a problem, an {@link org.springframework.web.ErrorResponseException}, when
 * the query is no good, and a {@link io.github.nodesonde.history.HistoryUnavailableException} when nobody can say.
 */
@Component
public final class Chronicle {

    private static final Map<String, Boolean> STATES = states();

    private final History history;
    private final LatestJudgements judgements;

    Chronicle(History history, LatestJudgements judgements) {
        this.history = history;
        this.judgements = judgements;
    }

    /**
     * The incidents that the query asks for, by the filters and pages of {@code /api/v1/incidents}, newest first.
     *
     * @param further names of parameters that are the caller's own
     */
    public IncidentsJson incidents(Map<String, List<String>> query, Collection<String> further) {
        return incidents(query, further, judgements.get());
    }

    IncidentsJson incidents(Map<String, List<String>> query, Collection<String> further, Judgements now) {
        var parameters = Parameters.ofForm(query, with(further, "node", "network", "state", "since", "until"));
        var lookup = new JudgementLookup(now);
        var filter = new IncidentFilter(
                parameters.text("node").map(id -> lookup.node(id).seen().node().id()),
                parameters
                        .text("network")
                        .map(name -> lookup.network(name).network().name()),
                parameters.oneOf("state", STATES),
                PageQuery.period(parameters));
        Paging paging = PageQuery.paging(parameters);
        var found = history.incidents(filter, paging);
        return new IncidentsJson(
                found.items().stream()
                        .map(incident -> IncidentJson.of(incident, now.asOf()))
                        .toList(),
                paging.page(),
                paging.size(),
                found.total());
    }

    /**
     * The changes of a node's verdict, newest first, by the query of {@code /api/v1/nodes/{id}/history}.
     *
     * @param further names of parameters that are the caller's own
     */
    public NodeHistoryJson changes(String node, Map<String, List<String>> query, Collection<String> further) {
        return changes(node, query, further, judgements.get());
    }

    NodeHistoryJson changes(String node, Map<String, List<String>> query, Collection<String> further, Judgements now) {
        var parameters = Parameters.ofForm(query, with(further, "since", "until"));
        NodeId id = known(node, now);
        Paging paging = PageQuery.paging(parameters);
        var found = history.changes(id, PageQuery.period(parameters), paging);
        return new NodeHistoryJson(
                found.items().stream().map(VerdictChangeJson::of).toList(),
                paging.page(),
                paging.size(),
                found.total());
    }

    /** The uptime of a node up to now. */
    public UptimeJson uptime(String node, UptimeWindow window) {
        return uptime(node, window, judgements.get());
    }

    UptimeJson uptime(String node, UptimeWindow window, Judgements now) {
        NodeId id = known(node, now);
        return uptimes(List.of(id), window, 1, now).values().stream()
                .flatMap(List::stream)
                .map(whole -> UptimeJson.of(id, window.label(), whole))
                .findFirst()
                .orElseThrow();
    }

    /** Of each of the nodes the window up to now in that many equal parts, oldest first; by one question for all. */
    public Map<String, List<UptimePartJson>> sparklines(Collection<String> nodes, UptimeWindow window, int parts) {
        Judgements now = judgements.get();
        List<NodeId> ids = nodes.stream().map(node -> known(node, now)).toList();
        var lines = new LinkedHashMap<String, List<UptimePartJson>>();
        uptimes(ids, window, parts, now)
                .forEach((id, uptimes) -> lines.put(
                        id.value(),
                        uptimes.stream()
                                .map(part -> UptimePartJson.of(part, UptimeJson.of(id, window.label(), part)))
                                .toList()));
        return lines;
    }

    private Map<NodeId, List<Uptime>> uptimes(List<NodeId> nodes, UptimeWindow window, int parts, Judgements now) {
        Instant to = now.asOf();
        return history.uptime(nodes, to.minus(window.length()), to, parts);
    }

    private static NodeId known(String node, Judgements now) {
        return new JudgementLookup(now).node(node).seen().node().id();
    }

    private static List<String> with(Collection<String> further, String... own) {
        return Stream.of(Stream.of(own), PageQuery.PAGING.stream(), further.stream())
                .flatMap(names -> names)
                .toList();
    }

    private static Map<String, Boolean> states() {
        var states = new LinkedHashMap<String, Boolean>();
        states.put("open", true);
        states.put("closed", false);
        return states;
    }
}
