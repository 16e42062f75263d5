package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.text.PrintableText;
import java.util.List;
import java.util.Optional;

/** What a node's page says that it runs. */
final class LeanSoftware {

    private static final String SERIES = "lean_node_info";
    private static final int MAX_LENGTH = 128;

    private LeanSoftware() {}

    /** As {@code lean_node_info} says; unknown when it is not there, or there more than once. */
    static Software of(Page page) {
        List<Sample> info = page.samples(SERIES);
        return info.size() == 1
                ? new Software(label(info.getFirst(), "name"), label(info.getFirst(), "version"))
                : Software.UNKNOWN;
    }

    /** Whether the page says nothing at all of it. */
    static boolean isUntold(Page page) {
        return page.samples(SERIES).isEmpty();
    }

    private static Optional<String> label(Sample sample, String name) {
        return sample.labels()
                .get(name)
                .filter(text -> !text.isBlank() && text.length() <= MAX_LENGTH)
                .filter(PrintableText::isPrintable);
    }
}
