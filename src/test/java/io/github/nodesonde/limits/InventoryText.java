package io.github.nodesonde.limits;

import java.util.List;
import java.util.Locale;

/** An inventory of validators. */
final class InventoryText {

    private InventoryText() {}

    /**
     * @param interval of every network
     * @param urls where the nodes are, in turn
     * @param networks what the nodes are dealt out to, in turn
     */
    static String of(int nodes, String interval, List<String> urls, String... networks) {
        return withLast("", nodes, interval, urls, networks);
    }

    /** @param last keys of the last node, in YAML, each after a comma */
    static String withLast(String last, int nodes, String interval, List<String> urls, String... networks) {
        var text = new StringBuilder("networks:\n");
        for (String network : networks) {
            text.append("  - { name: %s, type: genlayer, interval: %s, timeout: 2s, rules: { confirm-after: 500ms } }\n"
                    .formatted(network, interval));
        }
        text.append("nodes:\n");
        for (int i = 0; i < nodes; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "  - { id: node-%d, network: %s, url: \"%s\"%s }\n",
                    i,
                    networks[i % networks.length],
                    urls.get(i % urls.size()),
                    i == nodes - 1 ? last : ""));
        }
        return text.toString();
    }
}
