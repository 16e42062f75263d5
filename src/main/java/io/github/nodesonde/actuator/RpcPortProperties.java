package io.github.nodesonde.actuator;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where else {@code /health} is served.
 *
 * @param rpcPort Port on which /health is served as well, and nothing else. The management port serves it in any case.
 */
@ConfigurationProperties("nodesonde")
record RpcPortProperties(@Nullable Integer rpcPort) {

    private static final int HIGHEST = 65_535;

    RpcPortProperties {
        if (rpcPort != null && (rpcPort < 0 || rpcPort > HIGHEST)) {
            throw new IllegalArgumentException("a port is a number from 0 to " + HIGHEST + ", not " + rpcPort);
        }
    }
}
