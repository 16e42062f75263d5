package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.StrictJson;
import io.github.nodesonde.transport.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads JSON-RPC replies, which are hostile input. */
final class RpcReader {

    private RpcReader() {}

    /** The answer to a request that stood alone, with id 1. */
    static RpcAnswer single(Reply reply) throws BadAnswer {
        JsonNode body = StrictJson.object(reply);
        RpcAnswer answer = answer(body);
        if (answer instanceof RpcAnswer.Result && id(body) != 1) {
            throw BadAnswer.malformed("the answer is to another question");
        }
        return answer;
    }

    /**
     * The answers to a batch of requests with ids from 1, in the order of these whatever the order they came in.
     *
     * @return empty when the batch as a whole was refused
     * @throws BadAnswer malformed, when one is missing, came twice, or was not asked for
     */
    static Optional<List<RpcAnswer>> batch(Reply reply, int size) throws BadAnswer, RateLimit {
        JsonNode body = StrictJson.value(reply);
        if (body.isArray()) {
            return Optional.of(inOrder(body, size));
        }
        Optional<RpcAnswer.Fault> refusal = fault(body);
        if (refusal.filter(RpcAnswer.Fault::isRateLimit).isPresent()) {
            throw new RateLimit(refusal.get());
        }
        if (refusal.isEmpty()) {
            throw BadAnswer.malformed("the body is neither a list of answers nor an error");
        }
        return Optional.empty();
    }

    /** The error that a body consists of; empty when it is none. */
    static Optional<RpcAnswer.Fault> fault(JsonNode body) {
        JsonNode error = body.path("error");
        return error.isObject()
                ? Optional.of(new RpcAnswer.Fault(
                        error.path("code").asLong(0), error.path("message").asString("")))
                : Optional.empty();
    }

    private static List<RpcAnswer> inOrder(JsonNode body, int size) throws BadAnswer, RateLimit {
        var answers = new ArrayList<@Nullable RpcAnswer>(Collections.nCopies(size, null));
        for (JsonNode item : body) {
            RpcAnswer answer = answer(item);
            if (answer instanceof RpcAnswer.Fault fault && fault.isRateLimit()) {
                throw new RateLimit(fault);
            }
            long id = id(item);
            if (id < 1 || id > size) {
                throw BadAnswer.malformed("an answer to what was not asked");
            }
            if (answers.set((int) id - 1, answer) != null) {
                throw BadAnswer.malformed("two answers to one question");
            }
        }
        if (answers.contains(null)) {
            throw BadAnswer.malformed("answers are missing: %d of %d came"
                    .formatted(answers.stream().filter(Objects::nonNull).count(), size));
        }
        return answers.stream().map(Objects::requireNonNull).toList();
    }

    private static RpcAnswer answer(JsonNode item) throws BadAnswer {
        Optional<RpcAnswer.Fault> fault = fault(item);
        if (fault.isPresent()) {
            return fault.get();
        }
        return item.path("result")
                .stringValueOpt()
                .map(RpcAnswer.Result::new)
                .orElseThrow(() -> BadAnswer.malformed("an answer with neither a result nor an error"));
    }

    /** 0 when there is none. */
    private static long id(JsonNode item) {
        JsonNode id = item.path("id");
        return id.isIntegralNumber() && id.canConvertToLong() ? id.longValue() : 0;
    }

    /** Too much was asked. */
    static final class RateLimit extends Exception {

        private static final long serialVersionUID = 1L;

        RateLimit(RpcAnswer.Fault fault) {
            super(fault.words());
        }
    }
}
