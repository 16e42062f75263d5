package io.github.nodesonde.server;

import io.github.nodesonde.observation.Signal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * What the servers of all ports bear just now, beside what they bear at most. Hears of each server as it starts. Thread-safe.
 *
 * <pre>
 * nodesonde_http_connections{port="8080"} 12.0
 * nodesonde_http_connections_limit{port="8080"} 2048.0
 * </pre>
 */
@Component
final class ServerMeters implements ApplicationListener<WebServerInitializedEvent> {

    private final MeterRegistry registry;

    ServerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        if (event.getWebServer() instanceof TomcatWebServer server) {
            for (Connector connector : server.getTomcat().getService().findConnectors()) {
                if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
                    register(ServerSignals.CONNECTIONS, connector, protocol, AbstractProtocol::getConnectionCount);
                    register(ServerSignals.LIMIT, connector, protocol, AbstractProtocol::getMaxConnections);
                }
            }
        }
    }

    private void register(
            Signal signal,
            Connector connector,
            AbstractProtocol<?> protocol,
            ToDoubleFunction<AbstractProtocol<?>> value) {
        Gauge.builder(signal.name(), protocol, value)
                .description(signal.help())
                .tag("port", String.valueOf(connector.getLocalPort()))
                .strongReference(true)
                .register(registry);
    }
}
