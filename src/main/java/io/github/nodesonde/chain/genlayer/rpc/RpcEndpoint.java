package io.github.nodesonde.chain.genlayer.rpc;

import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.probe.NetworkExchange;
import io.github.nodesonde.probe.RoundFailure;
import io.github.nodesonde.probe.StrictJson;
import io.github.nodesonde.transport.NoReply;
import io.github.nodesonde.transport.Question;
import io.github.nodesonde.transport.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * One JSON-RPC endpoint. Asks in batches as large as it bears, and remembers how large that is: where a batch is refused, a
 * tenth of it is tried, down to single requests. Used by one thread at a time.
 */
final class RpcEndpoint {

    private static final int LARGEST_BATCH = 10_000;
    private static final int STEP = 10;
    /** Half of what a reply may have, for the estimate is one. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    /** Statuses by which servers refuse a batch, or a body so large. */
    private static final List<Integer> BATCH_REFUSALS = List.of(400, 405, 413, 415, 422, 501);

    private final URI url;
    private final Duration timeout;
    private int bearable = LARGEST_BATCH;

    /** @param timeout deadline of each request over HTTP */
    RpcEndpoint(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
    }

    /** The answers, in the order of the calls. */
    List<RpcAnswer> ask(List<RpcCall> calls, NetworkExchange exchange) throws RoundFailure, InterruptedException {
        var answers = new ArrayList<RpcAnswer>();
        int size = bearable;
        while (answers.size() < calls.size()) {
            List<RpcCall> chunk = chunk(calls.subList(answers.size(), calls.size()), size);
            Optional<List<RpcAnswer>> answered = chunk.size() == 1
                    ? Optional.of(List.of(single(chunk.getFirst(), exchange)))
                    : batch(chunk, exchange);
            if (answered.isPresent()) {
                answers.addAll(answered.get());
                // Only now: whatever refused everything for a moment must not leave us asking one by one.
                bearable = size;
            } else {
                size = smaller(chunk.size());
            }
        }
        return answers;
    }

    private static int smaller(int refused) {
        int size = LARGEST_BATCH;
        while (size >= refused) {
            size /= STEP;
        }
        return size;
    }

    private static List<RpcCall> chunk(List<RpcCall> calls, int size) {
        int count = 1;
        long bytes = calls.getFirst().expectedBytes();
        while (count < Math.min(size, calls.size())) {
            bytes += calls.get(count).expectedBytes();
            if (bytes > MOST_BYTES) {
                break;
            }
            count++;
        }
        return calls.subList(0, count);
    }

    private RpcAnswer single(RpcCall call, NetworkExchange exchange) throws RoundFailure, InterruptedException {
        Reply reply = put(call.json(1), exchange);
        try {
            if (isSuccess(reply)) {
                return checked(RpcReader.single(reply), reply);
            }
            // Some servers send errors under a status of their own.
            return checked(fault(reply).orElseThrow(() -> BadAnswer.refused(reply)), reply);
        } catch (BadAnswer e) {
            throw RoundFailure.of(e);
        }
    }

    private static RpcAnswer checked(RpcAnswer answer, Reply reply) throws RoundFailure {
        if (answer instanceof RpcAnswer.Fault fault && fault.isRateLimit()) {
            throw RoundFailure.rateLimited(fault.words(), reply.retryAfter());
        }
        return answer;
    }

    /** Empty when a batch of that size is refused. */
    private Optional<List<RpcAnswer>> batch(List<RpcCall> calls, NetworkExchange exchange)
            throws RoundFailure, InterruptedException {
        String body = IntStream.range(0, calls.size())
                .mapToObj(i -> calls.get(i).json(i + 1))
                .collect(Collectors.joining(",", "[", "]"));
        Reply reply = put(body, exchange);
        try {
            if (isSuccess(reply)) {
                return RpcReader.batch(reply, calls.size());
            }
            Optional<RpcAnswer.Fault> fault = fault(reply);
            if (fault.isPresent()) {
                checked(fault.get(), reply);
            }
            if (BATCH_REFUSALS.contains(reply.status())) {
                return Optional.empty();
            }
            throw BadAnswer.refused(reply);
        } catch (RpcReader.RateLimit e) {
            throw RoundFailure.rateLimited(String.valueOf(e.getMessage()), reply.retryAfter());
        } catch (BadAnswer e) {
            throw RoundFailure.of(e);
        }
    }

    private Reply put(String body, NetworkExchange exchange) throws RoundFailure, InterruptedException {
        try {
            Reply reply = exchange.ask(new Question.JsonRpc(url, body), timeout);
            boolean limited = reply.status() == TOO_MANY_REQUESTS
                    || reply.status() == UNAVAILABLE && reply.retryAfter().isPresent();
            if (limited) {
                throw RoundFailure.rateLimited("HTTP status " + reply.status(), reply.retryAfter());
            }
            return reply;
        } catch (NoReply e) {
            throw RoundFailure.of(e);
        }
    }

    private static boolean isSuccess(Reply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    /** The JSON-RPC error in the body of a reply of another status; empty when there is none. */
    private static Optional<RpcAnswer.Fault> fault(Reply reply) {
        try {
            JsonNode body = StrictJson.object(reply);
            return RpcReader.fault(body);
        } catch (BadAnswer _) {
            return Optional.empty();
        }
    }
}
