package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.LeanNodeSettings;
import io.github.nodesonde.chain.lean.client.LeanSyncing;
import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.client.Restarts;
import io.github.nodesonde.chain.lean.client.WholeNumber;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.probe.StrictJson;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks a node whether it still catches up. Most clients lack the place: one that was not there is asked for again when the
 * node may have become another.
 */
@Component
@Order(4)
final class LeanSyncingProbe implements NodeProbe.OfNode {

    static final String NAME = "syncing";

    private static final String PATH = "/lean/v0/node/syncing";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

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
        boolean lacking = Optional.ofNullable(newest.probes().get(NAME))
                .flatMap(ProbeState::newest)
                .filter(outcome -> outcome.result() instanceof ProbeResult.Skipped)
                .isPresent();
        return lacking && !Restarts.mayHaveRestarted(newest)
                ? Optional.empty()
                : Optional.of(new Question.Get(
                        URI.create(((LeanNodeSettings) newest.node().settings()).api() + PATH)));
    }

    @Override
    public ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer {
        Node node = seen.node();
        if (reply.status() == NOT_FOUND) {
            return new ProbeResult.Skipped("this client does not offer it");
        }
        if (reply.status() != OK) {
            throw BadAnswer.refused(reply);
        }
        JsonNode body = StrictJson.object(reply);
        JsonNode syncing = body.path("is_syncing");
        if (!syncing.isBoolean()) {
            throw BadAnswer.malformed("is_syncing is neither true nor false");
        }
        List<Reading> readings = Stream.of(
                        told(node, NodeSignals.SLOT_HEAD, WholeNumber.in(body, "head_slot")),
                        told(node, NodeSignals.SYNC_DISTANCE, WholeNumber.in(body, "sync_distance")),
                        told(node, NodeSignals.SLOT_FINALIZED, WholeNumber.in(body, "finalized_slot")))
                .flatMap(Optional::stream)
                .toList();
        return new ProbeResult.Answered(
                readings, Optional.empty(), Optional.of(new LeanSyncing(syncing.booleanValue())));
    }

    private static Optional<Reading> told(Node node, Signal signal, Optional<Long> value) {
        return value.map(number -> Reading.reported(node, signal, number.doubleValue()));
    }
}
