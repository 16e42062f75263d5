package io.github.nodesonde.cli;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start when page and metrics are given the same port: Spring Boot would then serve both from one context, and
 * the paths of the metrics port would not exist.
 */
@Component
final class PortsApart {

    PortsApart(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 0);
        int metricsPort = environment.getProperty("management.server.port", Integer.class, 0);
        if (port > 0 && port == metricsPort) {
            throw new SamePortException(port);
        }
    }

    /** Both are to listen on this port. */
    static final class SamePortException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SamePortException(int port) {
            super("port %d is given to page and metrics alike: choose another with %s or %s"
                    .formatted(port, Flag.PORT.usage(), Flag.METRICS_PORT.usage()));
        }
    }
}
