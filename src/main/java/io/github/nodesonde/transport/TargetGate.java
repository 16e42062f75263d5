package io.github.nodesonde.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.function.Predicate;

/**
 * Stands before every new connection and sees the very address it goes to. A resolver would not do: literals never reach
 * it, and a name may resolve differently the second time.
 */
final class TargetGate extends ChannelOutboundHandlerAdapter {

    private final Predicate<InetAddress> forbidden;

    TargetGate(Predicate<InetAddress> forbidden) {
        this.forbidden = forbidden;
    }

    @Override
    public void connect(
            ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        if (remote instanceof InetSocketAddress socket && !forbidden.test(socket.getAddress())) {
            var _ = context.connect(remote, local, promise);
        } else {
            var _ = promise.setFailure(new ForbiddenTarget());
        }
    }

    /** The target policy said no. */
    static final class ForbiddenTarget extends IOException {

        private static final long serialVersionUID = 1L;

        ForbiddenTarget() {
            super("the target policy forbids this address");
        }
    }
}
