package io.github.nodesonde.chain.lean.client;

import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** All clients there are, and which of them a node is. */
@Component
public final class LeanClients {

    private final Map<String, LeanClient> byName;

    /** @param clients in the order in which their marks count, where a page bears those of several */
    public LeanClients(List<LeanClient> clients) {
        byName = clients.stream()
                .collect(toMap(LeanClient::name, client -> client, (first, _) -> first, LinkedHashMap::new));
    }

    /** The names that {@code client:} takes; empty for the one that means "detect it". */
    public Map<String, Optional<String>> choices() {
        var choices = new LinkedHashMap<String, Optional<String>>();
        choices.put("auto", Optional.empty());
        byName.keySet().forEach(name -> choices.put(name, Optional.of(name)));
        return choices;
    }

    /** Where some client's health may be found. */
    public List<String> healthPaths() {
        return byName.values().stream()
                .flatMap(client -> client.healthPaths().stream())
                .distinct()
                .toList();
    }

    /** The client as the inventory says, else as the page itself tells. */
    public Optional<LeanClient> printerOf(Page page, Node node) {
        return configured(node).or(() -> first(client -> client.printed(page)));
    }

    /** What a page says beside its signals, read as the client prints it. */
    public static LeanPage read(Optional<LeanClient> client, Scrape scrape) {
        return new LeanPage(
                client.map(LeanClient::name),
                LeanSoftware.of(scrape.page()),
                client.map(printer -> printer.state(scrape)).orElse(NodeState.UNTOLD));
    }

    /**
     * The client as the inventory says, else as the node's answers told: its page first, then what its API answers at
     * which path, then the ports where only one client listens by default. Once detected it is kept when answers stop, for
     * a node that is gone is still the same node; every later answer decides anew, that of a restarted node among them.
     */
    public Optional<KnownClient> of(NodeSnapshot seen) {
        return configured(seen.node())
                .map(client -> new KnownClient(client, KnownClient.Source.CONFIGURED))
                .or(() -> detected(seen).map(client -> new KnownClient(client, KnownClient.Source.DETECTED)));
    }

    private Optional<LeanClient> configured(Node node) {
        return ((LeanNodeSettings) node.settings()).client().flatMap(this::named);
    }

    private Optional<LeanClient> detected(NodeSnapshot seen) {
        Optional<LeanPage> page = last(seen, LeanPage.class);
        Optional<LeanHealth> health = last(seen, LeanHealth.class);
        return page.flatMap(LeanPage::client)
                .flatMap(this::named)
                .or(() -> last(seen, LeanSyncing.class).flatMap(_ -> first(LeanClient::tellsSyncing)))
                .or(() -> health.flatMap(answer -> first(client -> client.answered(answer))))
                .or(() -> health.filter(_ -> page.isEmpty())
                        .flatMap(_ -> listeningAt((LeanNodeSettings) seen.node().settings())));
    }

    /** A page would have told more, so this is for nodes without one. */
    private Optional<LeanClient> listeningAt(LeanNodeSettings where) {
        var ports = new LeanClient.Ports(where.api().getPort(), where.metrics().getPort());
        List<LeanClient> found = byName.values().stream()
                .filter(client -> client.ports().equals(ports))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<LeanClient> first(Predicate<LeanClient> marked) {
        return byName.values().stream().filter(marked).findFirst();
    }

    private Optional<LeanClient> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The newest report of that type, however old. */
    private static <T extends Record> Optional<T> last(NodeSnapshot seen, Class<T> type) {
        return seen.probes().values().stream()
                .flatMap(probe -> probe.answer().stream())
                .flatMap((ProbeResult.Answered answer) -> answer.report().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
