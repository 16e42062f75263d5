package io.github.nodesonde.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.documentation.InventoryKeys.Entry;
import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.node.Fleet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the keys of the inventory in docs/configuration.md to its reader: which there are and what each takes. Default and
 * meaning are written by hand in the document, and stay when the rest is written anew.
 */
class InventoryDocumentationTests {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| [^|]* \\| ([^|]*) \\| ([^|]*) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Map<Entry, String> WHOSE = Map.of(Entry.NETWORK, "a network", Entry.NODE, "a node");

    private final List<String> kinds = ProgramBeans.of(NodeKind.class).stream()
            .map(NodeKind::type)
            .sorted()
            .toList();
    private final GeneratedPart part = new GeneratedPart(Path.of("docs/configuration.md"), "inventory-keys");

    @TempDir
    Path folder;

    private InventoryKeys keys;

    @BeforeEach
    void learnKeys() {
        keys = new InventoryKeys(folder);
    }

    @Test
    void keysAreThoseThatTheReaderTakes() {
        Map<String, String> written = byHand(part.text());
        var text = new StringBuilder();
        for (Section section : sections()) {
            text.append("\n### ")
                    .append(section.heading())
                    .append("\n\n| key | takes | default | is |\n|---|---|---|---|\n");
            section.takes.forEach((key, takes) -> text.append("| `%s` | %s | %s |\n"
                    .formatted(key, takes, written.getOrDefault(section.heading() + key, " | "))));
        }

        part.isToSay(text.toString());
    }

    @Test
    void everyKeyIsExplained() {
        assertThat(byHand(part.text()))
                .isNotEmpty()
                .allSatisfy((key, written) ->
                        assertThat(written).as(key).doesNotStartWith(" ").doesNotEndWith(" "));
    }

    @Test
    void writingOutADefaultChangesNothing() {
        Map<String, String> written = byHand(part.text());
        int compared = 0;
        for (Section section : sections()) {
            for (String key : section.takes.keySet()) {
                Matcher code = CODE.matcher(
                        written.getOrDefault(section.heading() + key, "").split(" \\| ", 2)[0]);
                if (code.matches()) {
                    String kind = section.kind.orElse(kinds.getFirst());
                    Fleet bare = fleet(keys.unwritten(section.entry, kind, key));
                    Fleet spelt = fleet(keys.written(section.entry, kind, key, code.group(1)));
                    assertThat(spelt.networks())
                            .as(section.heading() + ": " + key)
                            .isEqualTo(bare.networks());
                    assertThat(spelt.nodes()).as(section.heading() + ": " + key).isEqualTo(bare.nodes());
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
    }

    private static Fleet fleet(InventoryContents contents) {
        return switch (contents) {
            case InventoryContents.Valid(Fleet fleet) -> fleet;
            case InventoryContents.Broken(var problems) -> throw new AssertionError(problems);
        };
    }

    /** The keys that all kinds have and take alike, then those of each kind. */
    private List<Section> sections() {
        var sections = new ArrayList<Section>();
        for (Entry entry : Entry.values()) {
            var common = keys.of(entry, kinds.getFirst());
            kinds.forEach(
                    kind -> common.entrySet().retainAll(keys.of(entry, kind).entrySet()));
            sections.add(new Section(entry, Optional.empty(), common));
            for (String kind : kinds) {
                var own = keys.of(entry, kind);
                own.entrySet().removeAll(common.entrySet());
                if (!own.isEmpty()) {
                    sections.add(new Section(entry, Optional.of(kind), own));
                }
            }
        }
        return sections;
    }

    private record Section(Entry entry, Optional<String> kind, SequencedMap<String, String> takes) {

        String heading() {
            return "Of " + WHOSE.get(entry)
                    + kind.map(type -> " of type `" + type + "`").orElse("");
        }
    }

    /** Default and meaning, by heading and key. */
    private static Map<String, String> byHand(String text) {
        var written = new LinkedHashMap<String, String>();
        String heading = "";
        for (String line : text.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("### ")) {
                heading = line.substring("### ".length());
            } else if (row.matches()) {
                written.put(heading + row.group(1), row.group(2) + " | " + row.group(3));
            }
        }
        return written;
    }
}
