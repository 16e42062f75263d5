package io.github.nodesonde.chain.lean;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.health.Software;
import io.github.nodesonde.text.PrintableText;
import java.util.List;
import java.util.Optional;

/**
 * What a node's page says that it runs.
 *
 * @param client name of the client whose page it is; empty when it bears nobody's marks
 * @param software as the node names itself
 */
record LeanSoftware(Optional<String> client, Software software) {

    private static final int MAX_LENGTH = 128;

    static LeanSoftware of(Optional<LeanClient> client, Page page) {
        return new LeanSoftware(client.map(LeanClient::name), software(page));
    }

    /** The name in {@code lean_node_info}; empty when it is not there, or there more than once. */
    static Optional<String> nameIn(Page page) {
        return software(page).name();
    }

    private static Software software(Page page) {
        List<Sample> info = page.samples("lean_node_info");
        return info.size() == 1
                ? new Software(label(info.getFirst(), "name"), label(info.getFirst(), "version"))
                : Software.UNKNOWN;
    }

    private static Optional<String> label(Sample sample, String name) {
        return sample.labels()
                .get(name)
                .filter(text -> !text.isBlank() && text.length() <= MAX_LENGTH)
                .filter(PrintableText::isPrintable);
    }
}
