package io.github.nodesonde.probe;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What tells the gateway's own fault from its nodes'.
 *
 * @param controlTarget URL of something outside that is always there, such as a router or another monitoring system; while it
 *     cannot be reached the gateway suspects itself, and never otherwise. Any answer will do
 */
@ConfigurationProperties("nodesonde")
record ControlTargetProperties(@Nullable URI controlTarget) {

    ControlTargetProperties {
        if (controlTarget != null && !isAskable(controlTarget)) {
            throw new IllegalArgumentException(
                    "nodesonde.control-target must be a URL such as http://router.example.org/, without credentials");
        }
    }

    private static boolean isAskable(URI url) {
        return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                && url.getHost() != null
                && url.getUserInfo() == null;
    }
}
