package io.github.nodesonde.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.nodesonde.health.Branched;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NetworkJudgement;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.request.JudgementLookup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells all that is known now of one node or one network, for a page. */
@Component
public final class Details {

    private final LatestJudgements judgements;
    private final Overviews overviews;
    private final MetricsAddress metrics;
    private final JsonMapper mapper = ApiMessageConverter.mapper();

    Details(LatestJudgements judgements, Overviews overviews, MetricsAddress metrics) {
        this.judgements = judgements;
        this.overviews = overviews;
        this.metrics = metrics;
    }

    /**
     * @param host by which the reader reached the gateway
     * @throws org.springframework.web.ErrorResponseException when there is no such node
     */
    public NodeDetail node(String id, String host) {
        Judgements all = judgements.get();
        NodeJudgement judged = new JudgementLookup(all).node(id);
        return new NodeDetail(
                NodeJson.of(judged, all.asOf()),
                all.asOf(),
                Briefs.of(judged.view().topics().values()),
                printed(judged.view().topics()),
                all.nodesOf(judged.seen().node().network())
                        .map(node -> node.seen().node().id().value())
                        .collect(Collectors.toUnmodifiableSet()),
                metrics.reachedBy(host).map(address -> address.url() + "/probe?target=" + UriUtils.encode(id, UTF_8)));
    }

    /** @throws org.springframework.web.ErrorResponseException when there is no such network */
    public NetworkDetail network(String name) {
        Judgements all = judgements.get();
        NetworkJudgement judged = new JudgementLookup(all).network(name);
        return new NetworkDetail(
                overviews.section(judged, _ -> true, all),
                printed(judged.view().topics()),
                judged.view().topics().values().stream()
                        .flatMap(topic ->
                                topic instanceof Branched branched ? Stream.of(branched.branches()) : Stream.empty())
                        .map(BranchPicture::of)
                        .toList());
    }

    private SequencedMap<String, JsonNode> printed(Map<String, ?> topics) {
        var printed = new LinkedHashMap<String, JsonNode>();
        topics.forEach((name, topic) -> printed.put(name, mapper.valueToTree(topic)));
        return printed;
    }
}
