package io.github.nodesonde.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;

/** Where one simulated node or service is to be found until it is closed: a port of the loopback interface that is its own. */
sealed interface LoopbackHost extends AutoCloseable permits ListeningHost, DeafHost {

    static LoopbackHost of(SimulatedNode node, Clock clock) throws IOException {
        return node.listens()
                ? new ListeningHost("GET", (path, _) -> node.answer(path, clock.instant()))
                : new DeafHost();
    }

    static LoopbackHost of(SimulatedService service, Clock clock) throws IOException {
        return new ListeningHost("POST", (_, body) -> service.answer(body, clock.instant()));
    }

    /** Any port that is free. */
    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    int port();

    @Override
    void close();

    default URI base() {
        return URI.create("http://127.0.0.1:" + port());
    }
}
