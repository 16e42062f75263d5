package io.github.nodesonde.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A fleet of simulated nodes, each at an address of its own of 127.0.0.0/8 and all at one port. Takes the number of the first node and how many there are; then
 * lines on its standard input: {@code behave HANGING SLOW LATE DROPPING CHURNING}, {@code forget}, {@code tell}; ends with its input.
 */
final class LoadTarget {

    private static final int BACKLOG = 64;

    private LoadTarget() {}

    public static void main(String[] arguments) throws Exception {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        int first = Integer.parseInt(arguments[0]);
        int nodes = Integer.parseInt(arguments[1]);
        var fleet = new SimulatedFleet(first, nodes);
        boolean epoll = Epoll.isAvailable();
        EventLoopGroup group =
                new MultiThreadIoEventLoopGroup(1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        int port = 0;
        for (int node = 0; node < nodes; node++) {
            Channel bound = listener(group, epoll, fleet, node)
                    .bind(new InetSocketAddress(address(first + node), port))
                    .sync()
                    .channel();
            port = ((InetSocketAddress) bound.localAddress()).getPort();
        }
        System.out.println("port " + port);
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(fleet.obey(line));
            }
        }
        System.exit(0);
    }

    /** 127.1.0.1 and on. */
    static String address(int node) {
        return "127.%d.%d.%d".formatted(1 + node / 62_500, node / 250 % 250, 1 + node % 250);
    }

    private static ServerBootstrap listener(EventLoopGroup group, boolean epoll, SimulatedFleet fleet, int node) {
        return new ServerBootstrap()
                .group(group)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new NodeHandler(fleet, node));
                    }
                });
    }
}
