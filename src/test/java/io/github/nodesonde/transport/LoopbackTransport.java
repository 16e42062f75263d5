package io.github.nodesonde.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The gateway's own transport for tests of other packages. It may ask loopback addresses only. */
public final class LoopbackTransport implements Transport, AutoCloseable {

    private final NettyTransport transport = new NettyTransport(
            new TransportProperties(2, Duration.ofSeconds(45)),
            new TargetPolicy(new TargetProperties(List.of("127.0.0.0/8"), List.of())),
            Clock.systemUTC());

    @Override
    public Reply ask(Question question, Access access, Duration deadline) throws NoReply, InterruptedException {
        return transport.ask(question, access, deadline);
    }

    @Override
    public void close() {
        transport.close();
    }
}
