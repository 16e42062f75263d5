package io.github.nodesonde.transport;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/** Puts questions by WebClient on Reactor Netty. */
@Component
final class WebClientTransport implements Transport, AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final Connections connections;
    private final Clock clock;
    private final Room room = Room.ofHeap();

    WebClientTransport(TransportProperties properties, TargetPolicy targets, Clock clock) {
        this.connections = new Connections(properties, targets);
        this.clock = clock;
    }

    @Override
    public Reply ask(Question question, Access access, Duration deadline) throws NoReply, InterruptedException {
        return switch (question) {
            case Question.Get get ->
                firstFound(get.urls(), new Manner(access, Deadline.in(deadline), OptionalInt.empty()));
            case Question.Beginning beginning ->
                firstFound(
                        beginning.urls(), new Manner(access, Deadline.in(deadline), OptionalInt.of(beginning.bytes())));
        };
    }

    @Override
    public void close() {
        connections.close();
    }

    private Reply firstFound(List<URI> urls, Manner manner) throws NoReply, InterruptedException {
        for (URI url : urls.subList(0, urls.size() - 1)) {
            Reply reply = get(url, manner);
            if (reply.status() != NOT_FOUND) {
                return reply;
            }
        }
        return get(urls.getLast(), manner);
    }

    private Reply get(URI url, Manner manner) throws NoReply, InterruptedException {
        Clients clients = connections.clients(manner.access().tls());
        var first = new Attempt(clients.certificateEnds());
        try {
            return send(clients.kept(), first, url, manner);
        } catch (ExecutionException e) {
            if (!first.wentStale(e)) {
                throw meaning(first, e, manner.deadline());
            }
        }
        // Over a new connection, for any other kept one may be as stale.
        var second = new Attempt(clients.certificateEnds());
        try {
            return send(clients.fresh(), second, url, manner);
        } catch (ExecutionException e) {
            throw meaning(second, e, manner.deadline());
        }
    }

    private Reply send(WebClient client, Attempt attempt, URI url, Manner manner)
            throws ExecutionException, NoReply, InterruptedException {
        Deadline deadline = manner.deadline();
        var body = new Body(room, manner.beginning());
        CompletableFuture<@Nullable Received> answer = client.get()
                .uri(url)
                .header(HttpHeaders.USER_AGENT, "nodesonde")
                .header(HttpHeaders.ACCEPT_ENCODING, manner.coding())
                .headers(all -> manner.access().headers().forEach(all::set))
                .exchangeToMono(response -> receive(response, body))
                .publishOn(Schedulers.fromExecutor(attempt::afterRelease))
                .contextWrite(Context.of(Attempt.class, attempt))
                .toFuture();
        try {
            Received received = answer.get(deadline.left(), TimeUnit.NANOSECONDS);
            return requireNonNull(received, "an answer is received or fails").reply(url, attempt.certificateEnds());
        } catch (TimeoutException _) {
            throw attempt.hasConnection()
                    ? new NoReply(NoReply.Why.TIMED_OUT, "no answer within " + deadline.inWords())
                    : new NoReply(NoReply.Why.CONNECT_TIMED_OUT, "no connection within " + deadline.inWords());
        } catch (CappedBytes.TooLarge _) {
            throw new NoReply(NoReply.Why.TOO_LARGE, "the body, decompressed, is over 8 MiB");
        } catch (Room.Full e) {
            throw new ExecutionException(e);
        } finally {
            answer.cancel(true);
            body.close();
        }
    }

    private Mono<Received> receive(ClientResponse response, Body body) {
        body.announce(response.headers().asHttpHeaders().getContentLength());
        return response.body(BodyExtractors.toDataBuffers())
                .doOnNext(body::add)
                .takeUntil(_ -> body.isFull())
                .then(Mono.fromSupplier(() -> new Received(
                        response.statusCode().value(), response.headers().asHttpHeaders(), body, clock.instant())));
    }

    private static NoReply meaning(Attempt attempt, ExecutionException failure, Deadline deadline) {
        return attempt.meaning(failure, deadline)
                .orElseThrow(() -> new IllegalStateException("the question could not be put", failure.getCause()));
    }

    /**
     * How a question is put, at whichever of its places.
     *
     * @param beginning how much of the body is wanted; empty for all of it
     */
    private record Manner(Access access, Deadline deadline, OptionalInt beginning) {

        /** The beginning of something compressed can be made nothing of. */
        String coding() {
            return beginning.isPresent() ? "identity" : "gzip";
        }
    }

    /** A whole answer as it came; decompressed on the asking thread, not on one that serves other nodes. */
    private record Received(int status, HttpHeaders headers, Body body, Instant at) {

        Reply reply(URI url, CertificateEnds ends) throws NoReply {
            String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
            String coding = String.join(",", headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING));
            return new Reply(url, status, type == null ? "" : type, body.decoded(coding), at, ends);
        }
    }
}
