package io.github.nodesonde.api;

import java.util.Locale;

/** What the stream tells of. */
enum EventType {
    /** A node or a network got another verdict. */
    VERDICT,
    /** An incident was opened, became worse or was closed. */
    INCIDENT,
    /** The inventory was read anew. */
    INVENTORY,
    /** What came after the event named can no longer be told: whoever reads must look at everything again. */
    RESET;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
