package io.github.nodesonde.inventory;

import static java.util.stream.Collectors.toMap;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads inventory files, every mistake of one at once. Thread-safe. */
public final class InventoryReader {

    private final NetworkReader networks;
    private final NodeReader nodes;

    public InventoryReader(Collection<? extends NodeKind> kinds) {
        Map<String, NodeKind> byType =
                new TreeMap<>(kinds.stream().collect(toMap(NodeKind::type, Function.identity())));
        networks = new NetworkReader(byType);
        nodes = new NodeReader(byType);
    }

    /** Reads the file as it is now; one that cannot be read is broken. */
    public InventoryContents read(Path file) {
        return read(InventorySource.load(file));
    }

    InventoryContents read(InventorySource source) {
        var problems = new Problems(source.name());
        if (source.flaw().isEmpty()) {
            Fleet fleet = YamlText.root(source.bytes(), problems)
                    .map(root -> fleet(root, problems, source.folder()))
                    .orElse(Fleet.EMPTY);
            if (problems.none()) {
                return new InventoryContents.Valid(fleet);
            }
        } else {
            problems.add(1, 1, "", source.flaw(), "an inventory file", "correct the path, or put the file there");
        }
        return new InventoryContents.Broken(problems.sorted());
    }

    /** Of use only when no problem was told. */
    private Fleet fleet(MappingNode root, Problems problems, Path folder) {
        YamlFields fields = YamlFields.root(root, problems, folder);
        var entries = new LinkedHashMap<String, NetworkReader.Named>();
        for (YamlFields entry : fields.mappings("networks")) {
            networks.read(entry, entries);
        }
        if (!fields.has("nodes")) {
            fields.problem("nodes", "a list of nodes", "add nodes:, or nodes: [] if there are none");
        }
        var lines = new HashMap<String, Integer>();
        var all = new ArrayList<Node>();
        for (YamlFields entry : fields.mappings("nodes")) {
            nodes.read(entry, entries, lines).ifPresent(all::add);
        }
        fields.close();
        if (!problems.none()) {
            return Fleet.EMPTY;
        }
        List<Network> known = entries.values().stream()
                .flatMap(named -> named.entry().stream())
                .map(NetworkEntry::network)
                .toList();
        return new Fleet(known, all);
    }
}
