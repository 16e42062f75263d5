package io.github.nodesonde.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** One connection to a simulated node. Answers each request without more reading of it than it needs. */
final class NodeHandler extends ChannelInboundHandlerAdapter {

    private static final ByteBuf END = Unpooled.wrappedBuffer("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    private static final ByteBuf GATEWAY = Unpooled.wrappedBuffer(": nodesonde".getBytes(StandardCharsets.US_ASCII));
    private static final ByteBuf HEALTH = Unpooled.wrappedBuffer("GET /health ".getBytes(StandardCharsets.US_ASCII));

    private final SimulatedFleet fleet;
    private final int node;
    private long question;

    NodeHandler(SimulatedFleet fleet, int node) {
        this.fleet = fleet;
        this.node = node;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var request = (ByteBuf) message;
        try {
            // Clients send a request of a few hundred bytes in one piece.
            if (ByteBufUtil.indexOf(END, request) < 0) {
                close(context);
                return;
            }
            boolean health = request.readableBytes() > HEALTH.readableBytes()
                    && ByteBufUtil.equals(request, request.readerIndex(), HEALTH, 0, HEALTH.readableBytes());
            fleet.asked(node, ByteBufUtil.indexOf(GATEWAY, request) >= 0, health);
            answer(context, health);
        } finally {
            request.release();
        }
    }

    private void answer(ChannelHandlerContext context, boolean health) {
        question++;
        switch (fleet.behaviourOf(node)) {
            case WELL -> write(context, health ? fleet.health() : fleet.page(node, question));
            case CHURNING -> write(context, health ? fleet.health() : fleet.churned(node, question));
            case SLOW -> after(2, context, health);
            case LATE -> after(5, context, health);
            case HANGING -> {}
            case DROPPING -> close(context);
        }
    }

    private void after(int seconds, ChannelHandlerContext context, boolean health) {
        var _ = context.executor()
                .schedule(
                        () -> write(context, health ? fleet.health() : fleet.page(node, question)),
                        seconds,
                        TimeUnit.SECONDS);
    }

    private static void write(ChannelHandlerContext context, ByteBuf answer) {
        var _ = context.writeAndFlush(answer.duplicate());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        close(context);
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.close();
    }
}
