package io.github.nodesonde.inventory;

import io.github.nodesonde.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which keys of a mapping, and of those below it, were asked for. What is written but was not asked for is unknown. */
final class AskedKeys {

    private final YamlEntries entries;
    private final SortedSet<String> asked = new TreeSet<>();
    private final List<AskedKeys> below = new ArrayList<>();
    private boolean open;

    AskedKeys(YamlEntries entries) {
        this.entries = entries;
    }

    void add(String key) {
        asked.add(key);
    }

    boolean contains(String key) {
        return asked.contains(key);
    }

    /** The keys of a mapping below this one. */
    AskedKeys below(YamlEntries entries) {
        var keys = new AskedKeys(entries);
        below.add(keys);
        return keys;
    }

    /** Lets unknown keys pass, here and below. */
    void leaveOpen() {
        open = true;
    }

    /** Tells the unknown keys, here and below. */
    void close() {
        if (!open) {
            entries.keys().stream().filter(key -> !asked.contains(key)).forEach(this::unknown);
            below.forEach(AskedKeys::close);
        }
    }

    private void unknown(String key) {
        String remedy = NearestName.of(key, asked)
                .map(name -> "write " + name)
                .orElse(asked.isEmpty() ? "remove it" : "remove it, or write one of these");
        entries.misnamed(key, asked.isEmpty() ? "no key" : "one of " + String.join(", ", asked), remedy);
    }
}
