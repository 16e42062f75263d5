package io.github.nodesonde.health;

import java.util.Optional;

/** What a node runs, as it tells itself. */
public record Software(Optional<String> name, Optional<String> version) {

    public static final Software UNKNOWN = new Software(Optional.empty(), Optional.empty());
}
