package io.github.nodesonde.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;

/**
 * Stands before every new connection and sees the very address it goes to. A resolver would not do: literals never reach
 * it, and a name may resolve differently the second time.
 */
final class TargetGate extends ChannelOutboundHandlerAdapter {

    private final TargetPolicy policy;

    TargetGate(TargetPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void connect(
            ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        Optional<String> refusal = remote instanceof InetSocketAddress socket && !socket.isUnresolved()
                ? policy.refusal(socket.getAddress())
                : Optional.of("what is no resolved address is never asked");
        if (refusal.isEmpty()) {
            var _ = context.connect(remote, local, promise);
        } else {
            var _ = promise.setFailure(new ForbiddenTarget(refusal.get()));
        }
    }

    /** The target policy said no; the message says why, without the address. */
    static final class ForbiddenTarget extends IOException {

        private static final long serialVersionUID = 1L;

        ForbiddenTarget(String message) {
            super(message);
        }
    }
}
