package io.github.nodesonde.api;

import io.github.nodesonde.health.Software;
import org.jspecify.annotations.Nullable;

/** What a node runs. */
public record SoftwareJson(@Nullable String name, @Nullable String version) {

    static SoftwareJson of(Software software) {
        return new SoftwareJson(software.name().orElse(null), software.version().orElse(null));
    }
}
