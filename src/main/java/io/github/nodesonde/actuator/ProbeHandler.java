package io.github.nodesonde.actuator;

import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.metrics.MetricsPages;
import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.probe.AskNow;
import io.github.nodesonde.request.JudgementLookup;
import io.github.nodesonde.request.Parameters;
import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    private final PageAnswers answers;

    ProbeHandler(LiveFleet fleet, AskNow askNow, LatestJudgements latest, MetricsPages pages, PageAnswers answers) {
        this.fleet = fleet;
        this.askNow = askNow;
        this.latest = latest;
        this.pages = pages;
        this.answers = answers;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        var parameters = Parameters.of(request.params(), List.of("target", "labels", "fail"));
        boolean labelled = parameters.oneOf("labels", Map.of("target", false)).orElse(true);
        boolean failing = parameters.oneOf("fail", Map.of("503", true)).orElse(false);
        Node node = node(parameters.text("target"));
        ask(node, ScrapeTimeout.of(request).deadline(bound(node)));
        NodeJudgement judged =
                new JudgementLookup(latest.refresh()).node(node.id().value());
        return answers.of(
                request,
                failing && !answered(judged) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK,
                () -> pages.ofNode(judged, labelled));
    }

    private Node node(Optional<String> target) {
        String id = target.filter(text -> !text.isEmpty())
                .orElseThrow(() -> new Problem(
                        ProblemType.MISSING_PARAMETER,
                        "'target' is missing: the id of a node of the inventory, as in /probe?target=node-1."));
        if (id.indexOf('/') >= 0 || id.indexOf(':') >= 0) {
            throw new Problem(
                    ProblemType.INVALID_PARAMETER,
                    "'target' takes the id of a node of the inventory, never an address; only nodes listed there are asked.");
        }
        SortedMap<NodeId, Node> nodes = fleet.now().nodes();
        return NodeId.parse(id)
                .map(parsed -> nodes.get(parsed))
                .orElseThrow(() -> Problem.unknownNode(id, nodes.keySet()));
    }

    private void ask(Node node, Duration deadline) {
        try {
            askNow.ask(node, deadline);
        } catch (InterruptedException _) {
            // Heeded by ending the request; an interrupted thread could not send even that.
            throw new Problem(ProblemType.NOT_READY, "The gateway stopped before the node was asked.");
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
