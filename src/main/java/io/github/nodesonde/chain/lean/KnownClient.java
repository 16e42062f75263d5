package io.github.nodesonde.chain.lean;

import java.util.Locale;

/** Which client a node is, and how we know. */
record KnownClient(LeanClient client, Source source) {

    enum Source {
        /** The inventory names it. */
        CONFIGURED,
        /** The node's answers told. */
        DETECTED;

        /** As the API prints it. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
