package io.github.nodesonde.chain.lean.client;

import java.util.Locale;

/** Which client a node is, and how we know. */
public record KnownClient(LeanClient client, Source source) {

    public enum Source {
        /** The inventory names it. */
        CONFIGURED,
        /** The node's answers told. */
        DETECTED;

        /** As the API prints it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
