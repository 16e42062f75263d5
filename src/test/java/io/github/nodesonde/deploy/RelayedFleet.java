package io.github.nodesonde.deploy;

import io.github.nodesonde.testing.YamlText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The demo fleet with a line of its own to each node, so that nodes can be lost and found again. */
final class RelayedFleet implements AutoCloseable {

    private final Map<Integer, Relay> relays = new HashMap<>();
    private final Map<String, Relay> lines = new HashMap<>();

    /** Has the gateway find every node at the near end of its line, by its inventory, which it reads again by itself. */
    RelayedFleet(Path inventory) throws IOException {
        Map<String, Object> file = YamlText.read(inventory);
        for (Map<String, Object> node : YamlText.maps(file.get("nodes"))) {
            for (String key : List.of("url", "api", "metrics")) {
                if (node.get(key) instanceof String base) {
                    Relay relay = relay(URI.create(base).getPort());
                    node.put(key, "http://127.0.0.1:" + relay.port());
                    lines.put(String.valueOf(node.get("id")), relay);
                }
            }
        }
        Files.writeString(inventory, YamlText.of(file));
    }

    void lose(String node) {
        line(node).cut();
    }

    void find(String node) {
        line(node).mend();
    }

    void loseAll() {
        relays.values().forEach(Relay::cut);
    }

    void findAll() {
        relays.values().forEach(Relay::mend);
    }

    @Override
    public void close() throws IOException {
        for (Relay relay : relays.values()) {
            relay.close();
        }
    }

    private Relay line(String node) {
        return Objects.requireNonNull(lines.get(node), node);
    }

    private Relay relay(int target) throws IOException {
        Relay known = relays.get(target);
        if (known != null) {
            return known;
        }
        var relay = new Relay(target);
        relays.put(target, relay);
        return relay;
    }
}
