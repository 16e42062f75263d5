package io.github.nodesonde.chain.lean;

import io.github.nodesonde.chain.lean.client.LeanClients;
import io.github.nodesonde.inventory.InventoryImport;
import io.github.nodesonde.inventory.NotImportableException;
import io.github.nodesonde.node.NodeId;
import io.github.nodesonde.text.PrintableText;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the {@code validator-config.yaml} by which lean-quickstart starts a devnet. */
@Component
final class QuickstartImport implements InventoryImport {

    private static final int MOST_BYTES = 4 << 20;
    private static final int DEEPEST = 20;
    private static final int HIGHEST_PORT = 65_535;
    private static final String NETWORK = "devnet";
    private static final String LOOPBACK = "127.0.0.1";

    private final LeanClients clients;

    QuickstartImport(LeanClients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "lean-quickstart";
    }

    @Override
    public Imported read(Path file) {
        var leftOut = new ArrayList<String>();
        var nodes = new StringBuilder();
        var ids = new HashSet<String>();
        for (Object entry : validators(file)) {
            if (entry instanceof Map<?, ?> validator) {
                node(validator, ids, leftOut).ifPresent(nodes::append);
            } else {
                leftOut.add("an entry of validators that is no mapping");
            }
        }
        leftOut.add("genesis-time: the file does not tell it; nodes are asked, or add it from config.yaml");
        return new Imported(
                "networks:\n  - name: " + NETWORK + "\n    type: " + LeanNodeKind.TYPE + "\n"
                        + (nodes.isEmpty() ? "nodes: []\n" : "nodes:\n" + nodes),
                leftOut);
    }

    private Optional<String> node(Map<?, ?> validator, Set<String> ids, List<String> leftOut) {
        String name = text(validator, "name").orElse("");
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shown = PrintableText.quoted(name);
        if (!NodeId.isDnsLabel(id) || !ids.add(id)) {
            leftOut.add(shown + ": "
                    + (NodeId.isDnsLabel(id) ? "another node is called alike" : "no id can be made of its name"));
            return Optional.empty();
        }
        Optional<Integer> metrics = port(validator, "metricsPort");
        Optional<Integer> api = port(validator, "apiPort").or(() -> port(validator, "httpPort"));
        if (metrics.isEmpty()) {
            leftOut.add(shown + ": it has no metricsPort");
            return Optional.empty();
        }
        if (api.isEmpty()) {
            leftOut.add(shown + ": it has neither apiPort nor httpPort; its metrics port is asked for both");
        }
        String host = host(validator, shown, leftOut);
        return Optional.of(entry(id, host, api.orElse(metrics.get()), metrics.get(), client(id, shown, leftOut)));
    }

    private static String entry(String id, String host, int api, int metrics, String client) {
        String address = api == metrics
                ? "    url: http://%s:%d\n".formatted(host, api)
                : "    api: http://%1$s:%2$d\n    metrics: http://%1$s:%3$d\n".formatted(host, api, metrics);
        return "  - id: %s\n    network: %s\n%s    client: %s\n".formatted(id, NETWORK, address, client);
    }

    /** The nodes are called by their client and a number. */
    private String client(String id, String shown, List<String> leftOut) {
        String prefix = id.replaceFirst("-.*", "");
        if (clients.choices().containsKey(prefix)) {
            return prefix;
        }
        leftOut.add(shown + ": its name tells no client that is known; it will be detected");
        return "auto";
    }

    private static String host(Map<?, ?> validator, String shown, List<String> leftOut) {
        Optional<String> ip =
                validator.get("enrFields") instanceof Map<?, ?> fields ? text(fields, "ip") : Optional.empty();
        if (ip.isEmpty()) {
            leftOut.add(shown + ": it has no enrFields.ip; " + LOOPBACK + " is written in its place");
            return LOOPBACK;
        }
        if (!ip.get().matches("[0-9a-zA-Z.-]{1,253}|[0-9a-fA-F:]{2,45}")) {
            leftOut.add(shown + ": its enrFields.ip is no address; " + LOOPBACK + " is written in its place");
            return LOOPBACK;
        }
        return ip.get().contains(":") ? "[" + ip.get() + "]" : ip.get();
    }

    private static Optional<Integer> port(Map<?, ?> validator, String key) {
        return validator.get(key) instanceof Integer port && port > 0 && port <= HIGHEST_PORT
                ? Optional.of(port)
                : Optional.empty();
    }

    private static Optional<String> text(Map<?, ?> mapping, String key) {
        return mapping.get(key) instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    private static List<?> validators(Path file) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_BYTES);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new NotImportableException("the file is over 4 MiB");
            }
            Object root = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
            if (root instanceof Map<?, ?> mapping && mapping.get("validators") instanceof List<?> validators) {
                return validators;
            }
            throw new NotImportableException("the file has no list called validators");
        } catch (MalformedInputException _) {
            throw new NotImportableException("the file is not UTF-8");
        } catch (IOException _) {
            throw new NotImportableException("the file cannot be read");
        } catch (YAMLException _) {
            throw new NotImportableException("the file is no YAML that could be read");
        }
    }
}
