package io.github.nodesonde.actuator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A second port of the management server, at the same address: {@code /health} and nothing else. None is opened when it is
 * the management port itself.
 */
final class RpcPort extends OncePerRequestFilter implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final @Nullable Connector connector;

    RpcPort(RpcPortProperties properties, ManagementServerProperties management) {
        @Nullable Integer port = properties.rpcPort();
        this.connector =
                port == null || isManagementPort(port, management) ? null : connector(port, management.getAddress());
    }

    /** The port in use, known once the server has started; -1 before, and when none was opened. */
    int localPort() {
        return connector == null ? -1 : connector.getLocalPort();
    }

    /** Under the limits of the management port, which the server would give its first connector alone. */
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (connector != null) {
            factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
            factory.addAdditionalConnectors(connector);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getLocalPort() == localPort() && !request.getRequestURI().equals(SyncHandler.PATH)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Port 0 is any that is free, so never the same twice. */
    private static boolean isManagementPort(int port, ManagementServerProperties management) {
        @Nullable Integer other = management.getPort();
        return port != 0 && other != null && other == port;
    }

    private static Connector connector(int port, @Nullable InetAddress address) {
        var connector = new Connector();
        connector.setPort(port);
        connector.setProperty("useVirtualThreads", "true");
        if (address != null) {
            connector.setProperty("address", address.getHostAddress());
        }
        return connector;
    }
}
