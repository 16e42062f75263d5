package io.github.nodesonde.server;

import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.observation.SignalSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What clients take of the servers. */
@Component
final class ServerSignals implements SignalSource {

    static final Signal CONNECTIONS = Signal.gauge(
                    "nodesonde_http_connections", "connections", "Connections of clients that are open.")
            .ofGateway()
            .labelled("port")
            .from("the server of that port");
    static final Signal LIMIT = Signal.gauge(
                    "nodesonde_http_connections_limit", "connections", "Connections of clients that are taken at most.")
            .ofGateway()
            .labelled("port")
            .from("`server.tomcat.max-connections`; further ones wait");
    static final Signal CUT = Signal.counter(
                    "nodesonde_http_answers_cut_total",
                    "answers",
                    "Answers that were cut because their readers took too long to take them.")
            .ofGateway()
            .from("all ports; see [limits](limits.md)");

    @Override
    public List<Signal> signals() {
        return List.of(CONNECTIONS, LIMIT, CUT);
    }
}
