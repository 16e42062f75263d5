package io.github.nodesonde.transport;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.context.Context;

/**
 * Puts questions by Reactor Netty's client. WebClient above it cost as much again (docs/performance.md), and nothing of what
 * it adds is of use here.
 */
@Component
final class NettyTransport implements Transport, AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final Connections connections;
    private final Clock clock;
    private final Room room;

    @Autowired
    NettyTransport(TransportProperties properties, TargetPolicy targets, Clock clock) {
        this(properties, targets, clock, Room.ofHeap());
    }

    NettyTransport(TransportProperties properties, TargetPolicy targets, Clock clock, Room room) {
        this.connections = new Connections(properties, targets);
        this.clock = clock;
        this.room = room;
    }

    @Override
    public Reply ask(Question question, Access access, Duration deadline) throws NoReply, InterruptedException {
        var whole = new Manner(access, Deadline.in(deadline), OptionalInt.empty());
        return switch (question) {
            case Question.Get(List<URI> urls) -> firstFound(urls, whole);
            case Question.Beginning(List<URI> urls, int bytes) ->
                firstFound(urls, new Manner(access, whole.deadline(), OptionalInt.of(bytes)));
            case Question.JsonRpc(URI url, String body) -> put(client -> post(client, url, body), url, whole);
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
        return put(client -> client.get().uri(url), url, manner);
    }

    private static HttpClient.ResponseReceiver<?> post(HttpClient client, URI url, String body) {
        return client.headers(all -> all.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON))
                .post()
                .uri(url)
                .send((_, out) -> out.sendObject(ByteBufUtil.writeUtf8(out.alloc(), body)));
    }

    private Reply put(Request request, URI url, Manner manner) throws NoReply, InterruptedException {
        Clients clients = connections.clients(manner.access().tls());
        var first = new Attempt(clients.certificateEnds());
        try {
            return send(request, clients.kept(), first, url, manner);
        } catch (ExecutionException e) {
            if (!first.wentStale(e)) {
                throw meaning(first, e, manner.deadline());
            }
        }
        // Over a new connection, for any other kept one may be as stale.
        var second = new Attempt(clients.certificateEnds());
        try {
            return send(request, clients.fresh(), second, url, manner);
        } catch (ExecutionException e) {
            throw meaning(second, e, manner.deadline());
        }
    }

    private Reply send(Request request, HttpClient client, Attempt attempt, URI url, Manner manner)
            throws ExecutionException, NoReply, InterruptedException {
        Deadline deadline = manner.deadline();
        var body = new Body(room, manner.beginning());
        var answer = new CompletableFuture<Received>();
        Disposable sending = request.by(client.headers(manner::write))
                .responseConnection((response, connection) ->
                        receive(response, connection.inbound().receive(), body))
                .next()
                .contextWrite(Context.of(Attempt.class, attempt))
                .subscribe(
                        received -> attempt.afterRelease(() -> answer.complete(received)),
                        failure -> attempt.afterRelease(() -> answer.completeExceptionally(failure)));
        try {
            Received received = answer.get(deadline.left(), TimeUnit.NANOSECONDS);
            return received.reply(url, attempt.certificateEnds(), deadline);
        } catch (TimeoutException _) {
            if (body.isWaitingForRoom()) {
                throw Body.noRoom();
            }
            throw attempt.hasConnection()
                    ? new NoReply(NoReply.Why.TIMED_OUT, "no answer within " + deadline.inWords())
                    : new NoReply(NoReply.Why.CONNECT_TIMED_OUT, "no connection within " + deadline.inWords());
        } catch (CappedBytes.TooLarge _) {
            throw new NoReply(NoReply.Why.TOO_LARGE, "the body, decompressed, is over 8 MiB");
        } catch (Room.Full e) {
            throw new ExecutionException(e);
        } finally {
            sending.dispose();
            body.close();
        }
    }

    private Mono<Received> receive(HttpClientResponse response, ByteBufFlux content, Body body) {
        // One part at a time, so that the node is kept from sending on while there is no room.
        Flux<Void> parts = content.takeUntil(_ -> body.isFull()).concatMap(body::add, 0);
        HttpHeaders headers = response.responseHeaders();
        Mono<Void> announced = body.announce(length(headers));
        // The parts first: a body that nobody has begun to read would be read to its end and thrown away.
        return Flux.merge(parts, announced)
                .then(Mono.fromSupplier(() -> new Received(response.status().code(), headers, body, clock.instant())));
    }

    /** What the header says, in bytes; negative when it says nothing. The decoder has seen that it is a number. */
    private static long length(HttpHeaders headers) {
        String told = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return told == null ? -1 : Long.parseLong(told.strip());
        } catch (NumberFormatException _) {
            return -1;
        }
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
        void write(HttpHeaders headers) {
            headers.set(
                    HttpHeaderNames.ACCEPT_ENCODING,
                    beginning.isPresent() ? HttpHeaderValues.IDENTITY : HttpHeaderValues.GZIP);
            access.headers().forEach(headers::set);
        }
    }

    /** A whole answer as it came; decompressed on the asking thread, not on one that serves other nodes. */
    private record Received(int status, HttpHeaders headers, Body body, Instant at) {

        Reply reply(URI url, CertificateEnds ends, Deadline deadline) throws NoReply, InterruptedException {
            String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
            String coding = String.join(",", headers.getAll(HttpHeaderNames.CONTENT_ENCODING));
            return new Reply(
                    url,
                    status,
                    type == null ? "" : type,
                    body.decoded(coding, deadline),
                    at,
                    ends,
                    RetryAfter.of(headers.get(HttpHeaderNames.RETRY_AFTER), at));
        }
    }

    /** Makes the request, of whatever method, with the client that is to send it. */
    private interface Request {
        HttpClient.ResponseReceiver<?> by(HttpClient client);
    }
}
