package io.github.nodesonde.transport;

import io.netty.channel.ChannelOption;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The connections to nodes and the threads that serve them: HTTP/1.1, no redirects, no cookies, no proxy, nothing tried
 * again on its own. Everything here is its own and ends with {@link #close}.
 */
final class Connections implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(6);
    /** A name may come to mean another address; a connection that never idles would not notice. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final int IDLE_TIMES_BETWEEN_LOOKS = 4;
    private static final Duration CLOSING_TIME = Duration.ofSeconds(1);
    private static final Duration NO_PENDING_LIMIT = Duration.ofDays(1);

    private final LoopResources loops =
            LoopResources.create("node", Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final DnsAddressResolverGroup names;
    private final ConnectionProvider pool;
    private final TargetPolicy targets;
    private final Clients ordinary;
    private final TlsClients byTls = new TlsClients(this::secured);

    Connections(TransportProperties properties, TargetPolicy targets) {
        names = resolver(loops);
        pool = ConnectionProvider.builder("nodes")
                .maxConnections(properties.connectionsPerHost())
                // Who waits for a connection is bounded by the asks under way, and waits within its deadline.
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(NO_PENDING_LIMIT)
                .maxIdleTime(properties.keepIdle())
                .maxLifeTime(LIFETIME)
                // Seldom, for each host has a pool that is looked through: of ten thousand, each 15 s, it was 7 % of
                // all the work.
                .evictInBackground(properties.keepIdle().multipliedBy(IDLE_TIMES_BETWEEN_LOOKS))
                .disposeInactivePoolsInBackground(properties.keepIdle(), properties.keepIdle())
                .lifo()
                .build();
        this.targets = targets;
        ordinary = new Clients(client(HttpClient.create(pool)), client(HttpClient.newConnection()), Optional.empty());
    }

    /**
     * The clients that speak TLS so. Connections of different identities never mix, for the pool tells them apart by
     * what they were secured with.
     *
     * @throws NoReply when a file is missing or holds not what it should
     */
    Clients clients(TlsFiles tls) throws NoReply {
        return tls.equals(TlsFiles.NONE) ? ordinary : byTls.of(tls);
    }

    @Override
    public void close() {
        pool.disposeLater().block(CLOSING_TIME);
        names.close();
        loops.disposeLater(Duration.ZERO, CLOSING_TIME).block(CLOSING_TIME.multipliedBy(2));
    }

    private Clients secured(SslContext context, Optional<Instant> certificateEnds) {
        return new Clients(
                client(HttpClient.create(pool).secure(tls -> tls.sslContext(context))),
                client(HttpClient.newConnection().secure(tls -> tls.sslContext(context))),
                certificateEnds);
    }

    private HttpClient client(HttpClient base) {
        return base.runOn(loops, LoopResources.DEFAULT_NATIVE)
                .resolver(names)
                .protocol(HttpProtocol.HTTP11)
                .headers(all -> all.set(HttpHeaderNames.USER_AGENT, "nodesonde"))
                .disableRetry(true)
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_TIMEOUT.toMillis())
                .doOnChannelInit((_, channel, _) -> {
                    var line = new Line(channel.eventLoop());
                    channel.attr(Line.KEY).set(line);
                    channel.pipeline().addFirst(new TargetGate(targets));
                    channel.pipeline()
                            .replace(
                                    NettyPipeline.HttpCodec,
                                    NettyPipeline.HttpCodec,
                                    new CombinedChannelDuplexHandler<>(
                                            new StrictResponseDecoder(line), new HttpRequestEncoder()));
                })
                .doOnRequest((request, connection) -> {
                    Line line = connection.channel().attr(Line.KEY).get();
                    line.secure(connection.channel().pipeline().get(SslHandler.class));
                    request.currentContextView().get(Attempt.class).begin(line);
                });
    }

    /** Netty's own resolver: the JDK's would block the thread that serves a thousand other nodes. */
    private static DnsAddressResolverGroup resolver(LoopResources loops) {
        EventLoopGroup group = loops.onClient(LoopResources.DEFAULT_NATIVE);
        return new DnsAddressResolverGroup(new DnsNameResolverBuilder()
                .datagramChannelType(loops.onChannelClass(DatagramChannel.class, group))
                .socketChannelType(loops.onChannelClass(SocketChannel.class, group)));
    }
}
