package io.github.nodesonde.chain.lean;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.observation.Reading;
import java.util.List;

/** How one client differs from the others. A bean; being one is all the registration there is. Stateless. */
interface LeanClient {

    /** As {@code client:} of the inventory spells it, and the {@code client} of the API. */
    String name();

    /** Where its health may be found, the likeliest first. */
    List<String> healthPaths();

    /** Whether the page can only come from this client. */
    boolean printed(Page page);

    /** Whether the health answer can only come from this client. */
    default boolean answered(LeanHealth health) {
        return false;
    }

    /** The signals that its page tells, or that follow from that page alone. */
    List<Reading> readings(Scrape scrape);
}
