package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.KnownClient;
import io.github.nodesonde.chain.lean.client.LeanClients;
import io.github.nodesonde.chain.lean.client.LeanHealth;
import io.github.nodesonde.chain.lean.client.LeanNodeSettings;
import io.github.nodesonde.chain.lean.client.NodeSignals;
import io.github.nodesonde.chain.lean.client.Slots;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.observation.Round;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NodeProbe;
import io.github.nodesonde.probe.StrictJson;
import io.github.nodesonde.text.PrintableText;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Asks a node for its health. Reads both {@code {"status":"ok","slot":12345,"synced":true}} and the answer of clients
 * that only say they are alive. A 5xx with such a body is an answer like any other: a node that is not synced gives 503.
 */
@Component
@Order(1)
final class LeanHealthProbe implements NodeProbe.OfNode {

    static final String NAME = "health";

    private static final int OK = 200;

    private final LeanClients clients;

    LeanHealthProbe(LeanClients clients) {
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
        URI api = ((LeanNodeSettings) newest.node().settings()).api();
        List<URI> urls = clients
                .of(newest)
                .filter(known -> isTrusted(known, newest))
                .map(known -> known.client().healthPaths())
                .orElseGet(clients::healthPaths)
                .stream()
                .map(path -> URI.create(api + path))
                .toList();
        return Optional.of(new Question.Get(urls));
    }

    @Override
    public ProbeResult read(NodeSnapshot seen, Reply reply) throws BadAnswer {
        Node node = seen.node();
        JsonNode body = body(reply);
        var health = new LeanHealth(
                path(node, reply), slot(body.path("slot")), synced(body.path("synced")), service(body.path("service")));
        List<Reading> readings = health.slot().stream()
                .map(slot -> Reading.reported(node, NodeSignals.SLOT_HEAD, slot))
                .toList();
        return new ProbeResult.Answered(readings, Optional.empty(), Optional.of(health));
    }

    /** A detected client may have been replaced by another: where its paths were refused, all are tried again. */
    private static boolean isTrusted(KnownClient known, NodeSnapshot newest) {
        return known.source() == KnownClient.Source.CONFIGURED
                || Optional.ofNullable(newest.probes().get(NAME))
                        .flatMap(ProbeState::newest)
                        .map(Round.Outcome::result)
                        .filter(result ->
                                result instanceof ProbeResult.Failed failed && failed.reason() == Reason.REFUSED)
                        .isEmpty();
    }

    private static JsonNode body(Reply reply) throws BadAnswer {
        boolean serverError = reply.status() / 100 == 5;
        if (reply.status() != OK && !serverError) {
            throw BadAnswer.refused(reply);
        }
        try {
            JsonNode body = StrictJson.object(reply);
            if (!body.path("status").isString()) {
                throw BadAnswer.malformed("the body has no textual status");
            }
            return body;
        } catch (BadAnswer e) {
            throw serverError ? BadAnswer.refused(reply) : e;
        }
    }

    private static Optional<Long> slot(JsonNode slot) throws BadAnswer {
        if (isUntold(slot)) {
            return Optional.empty();
        }
        if (!slot.isIntegralNumber() || !slot.canConvertToLong() || !Slots.isSlot(slot.longValue())) {
            throw BadAnswer.malformed("slot is not a whole number from 0 to " + Slots.LAST);
        }
        return Optional.of(slot.longValue());
    }

    private static Optional<Boolean> synced(JsonNode synced) throws BadAnswer {
        if (isUntold(synced)) {
            return Optional.empty();
        }
        if (!synced.isBoolean()) {
            throw BadAnswer.malformed("synced is neither true nor false");
        }
        return Optional.of(synced.booleanValue());
    }

    /** Told by those that only say they live; what it says counts for nothing. */
    private static Optional<String> service(JsonNode service) {
        return service.isString()
                ? Optional.of(service.asString()).filter(PrintableText::isPrintable)
                : Optional.empty();
    }

    private static String path(Node node, Reply reply) {
        String api = ((LeanNodeSettings) node.settings()).api().toString();
        String url = reply.url().toString();
        return url.startsWith(api) ? url.substring(api.length()) : url;
    }

    private static boolean isUntold(JsonNode field) {
        return field.isMissingNode() || field.isNull();
    }
}
