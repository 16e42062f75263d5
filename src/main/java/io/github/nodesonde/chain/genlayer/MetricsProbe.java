package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.chain.genlayer.ops.NodeMetrics;
import io.github.nodesonde.chain.genlayer.ops.NodeMetricsReader;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.probe.ScrapedPage;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks {@code /metrics} of the ops port, to be passed through as the node names it. */
@Component
@Order(2)
final class MetricsProbe implements NodeProbe.OfNode {

    static final String NAME = "metrics";

    @Override
    public String type() {
        return GenLayerKind.TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Question> question(NodeSnapshot newest) {
        var settings = (GenLayerSettings) newest.node().settings();
        return Optional.of(new Question.Get(settings.at("/metrics")));
    }

    @Override
    public ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer {
        Page page = ScrapedPage.of(reply, seen.page(NAME));
        return new ProbeResult.Answered(
                List.of(), Optional.of(page), Optional.of(metrics(seen, page, reply.receivedAt())));
    }

    private static NodeMetrics metrics(NodeSnapshot seen, Page page, Instant receivedAt) {
        return seen.page(NAME)
                .filter(page::isLike)
                .flatMap(_ -> seen.newestReport(NAME, NodeMetrics.class))
                .map(before -> NodeMetricsReader.readAgain(page, receivedAt, before))
                .orElseGet(() -> NodeMetricsReader.read(page, receivedAt));
    }
}
