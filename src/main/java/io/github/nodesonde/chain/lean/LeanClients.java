package io.github.nodesonde.chain.lean;

import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.ProbeState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All clients there are, and which of them a node is. */
@Component
final class LeanClients {

    private final Map<String, LeanClient> byName;

    /** @param clients in the order in which their marks count, where a page bears those of several */
    LeanClients(List<LeanClient> clients) {
        byName = clients.stream()
                .collect(toMap(LeanClient::name, client -> client, (first, _) -> first, LinkedHashMap::new));
    }

    /** The names that {@code client:} takes; empty for the one that means "detect it". */
    Map<String, Optional<String>> choices() {
        var choices = new LinkedHashMap<String, Optional<String>>();
        choices.put("auto", Optional.empty());
        byName.keySet().forEach(name -> choices.put(name, Optional.of(name)));
        return choices;
    }

    /** Where some client's health may be found. */
    List<String> healthPaths() {
        return byName.values().stream()
                .flatMap(client -> client.healthPaths().stream())
                .distinct()
                .toList();
    }

    /** The client as the inventory says, else as the page itself tells. */
    Optional<LeanClient> printerOf(Page page, Node node) {
        return configured(node)
                .or(() -> byName.values().stream()
                        .filter(client -> client.printed(page))
                        .findFirst());
    }

    /**
     * The client as the inventory says, else as the node's answers told. Once detected it is kept when answers stop, for
     * a node that is gone is still the same node; a later answer decides anew.
     */
    Optional<KnownClient> of(NodeSnapshot seen) {
        return configured(seen.node())
                .map(client -> new KnownClient(client, KnownClient.Source.CONFIGURED))
                .or(() -> detected(seen).map(client -> new KnownClient(client, KnownClient.Source.DETECTED)));
    }

    private Optional<LeanClient> configured(Node node) {
        return ((LeanNodeSettings) node.settings()).client().flatMap(this::named);
    }

    private Optional<LeanClient> detected(NodeSnapshot seen) {
        return lastReport(seen, LeanMetricsProbe.NAME, LeanSoftware.class)
                .flatMap(LeanSoftware::client)
                .flatMap(this::named)
                .or(() -> lastReport(seen, LeanHealthProbe.NAME, LeanHealth.class)
                        .flatMap(health -> byName.values().stream()
                                .filter(client -> client.answered(health))
                                .findFirst()));
    }

    private Optional<LeanClient> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static <T extends Record> Optional<T> lastReport(NodeSnapshot seen, String probe, Class<T> type) {
        return Optional.ofNullable(seen.probes().get(probe))
                .flatMap(ProbeState::answer)
                .flatMap(ProbeResult.Answered::report)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
