package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.LeanClient;
import io.github.nodesonde.chain.lean.client.LeanClients;
import io.github.nodesonde.chain.lean.client.LeanNodeSettings;
import io.github.nodesonde.chain.lean.client.Scrape;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.probe.ScrapedPage;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Scrapes a node once: for its own series, for the signals that its client tells by them, and for which client it is. The
 * page of a client that nobody knows is passed through and tells no signal, for the same name means different things.
 */
@Component
@Order(2)
final class LeanMetricsProbe implements NodeProbe.OfNode {

    static final String NAME = "metrics";

    private final LeanClients clients;

    LeanMetricsProbe(LeanClients clients) {
        this.clients = clients;
    }

    @Override
    public String type() {
        return LeanNodeKind.TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Question> question(NodeSnapshot newest) {
        URI metrics = ((LeanNodeSettings) newest.node().settings()).metrics();
        return Optional.of(new Question.Get(URI.create(metrics + "/metrics")));
    }

    @Override
    public ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer {
        Node node = seen.node();
        Page page = ScrapedPage.of(reply, seen.page(NAME));
        Optional<LeanClient> client = clients.printerOf(page, node);
        var scrape = new Scrape(node, page, reply.receivedAt());
        List<Reading> readings = client.isPresent() ? client.get().readings(scrape) : List.of();
        return new ProbeResult.Answered(readings, Optional.of(page), Optional.of(LeanClients.read(client, scrape)));
    }
}
