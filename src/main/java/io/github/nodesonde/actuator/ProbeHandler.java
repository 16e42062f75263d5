package io.github.nodesonde.actuator;

import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.metrics.MetricsPages;
import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.probe.AskNow;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Asks one node now and prints its series alone. A node that does not answer is an answer: 200 with its series of failure,
 * unless {@code fail=503} is asked for.
 */
final class ProbeHandler implements HandlerFunction<ServerResponse> {

    private final LiveFleet fleet;
    private final AskNow askNow;
    private final LatestJudgements latest;
    private final MetricsPages pages;

    ProbeHandler(LiveFleet fleet, AskNow askNow, LatestJudgements latest, MetricsPages pages) {
        this.fleet = fleet;
        this.askNow = askNow;
        this.latest = latest;
        this.pages = pages;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        var query = Query.of(request, "target", "labels", "fail");
        boolean labelled = !query.has("labels", "target");
        boolean failing = query.has("fail", "503");
        Node node = node(query.get("target"));
        ask(node, ScrapeTimeout.of(request).deadline(bound(node)));
        NodeJudgement judged =
                new JudgementLookup(latest.refresh()).node(node.id().value());
        return PageResponse.of(
                request,
                failing && !answered(judged) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK,
                pages.ofNode(judged, labelled));
    }

    private Node node(Optional<String> target) {
        String id = target.filter(text -> !text.isEmpty())
                .orElseThrow(() -> Problem.MISSING_PARAMETER.because(
                        "'target' is missing: the id of a node of the inventory, as in /probe?target=node-1."));
        if (id.indexOf('/') >= 0 || id.indexOf(':') >= 0) {
            throw Problem.INVALID_PARAMETER.because(
                    "'target' takes the id of a node of the inventory, never an address; only nodes listed there are asked.");
        }
        SortedMap<NodeId, Node> nodes = fleet.now().nodes();
        return NodeId.parse(id)
                .map(parsed -> nodes.get(parsed))
                .orElseThrow(() -> JudgementLookup.unknownNode(id, nodes.keySet()));
    }

    private void ask(Node node, Duration deadline) {
        try {
            askNow.ask(node, deadline);
        } catch (InterruptedException _) {
            // Heeded by ending the request; an interrupted thread could not send even that.
            throw Problem.NOT_READY.because("The gateway stopped before the node was asked.");
        }
    }

    /** A round of a node ends after this at the latest. */
    private static Duration bound(Node node) {
        return node.timeout().compareTo(node.interval()) > 0 ? node.timeout() : node.interval();
    }

    private static boolean answered(NodeJudgement judged) {
        var rounds = judged.seen().rounds();
        return !rounds.isEmpty() && rounds.getFirst().answered();
    }
}
