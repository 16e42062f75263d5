package io.github.nodesonde.documentation;

import static java.util.stream.Collectors.joining;

import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryReader;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.inventory.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys that the inventory's reader takes, learnt as an operator would: by writing what cannot be right and reading
 * what was expected.
 */
final class InventoryKeys {

    private static final String NO_KEY = "no-such-key";
    private static final String NO_MAPPING = "{" + NO_KEY + ": 1}";
    private static final String NO_TEXT_OF_ANY_USE = "'§'";
    private static final String NO_DURATION = "100000d";
    private static final String LIST_OF_NAMES = "one of ";
    /** The only name that the key for it takes. */
    private static final String NETWORK = "the-name-of-a-network";

    private static final Pattern STAKING = Pattern.compile("staking\\.(.*)");
    private static final String STAKING_NEEDS =
            "rpc-url: 'http://127.0.0.1:1', contract: '0x1111111111111111111111111111111111111111'";

    private final InventoryReader reader = new InventoryReader(ProgramBeans.of(NodeKind.class));
    private final Path file;

    InventoryKeys(Path folder) {
        file = folder.resolve("nodesonde.yaml");
    }

    /** Which of the two lists of the file an entry stands in. */
    enum Entry {
        NETWORK("networks"),
        NODE("nodes");

        private final String list;

        Entry(String list) {
            this.list = list;
        }
    }

    /** What each key of an entry takes, by its path below the entry. */
    SequencedMap<String, String> of(Entry entry, String kind) {
        var keys = new LinkedHashMap<String, String>();
        collect(entry, kind, "", keys);
        return keys;
    }

    /** What a file says of one network and one node of it, with only the keys that they need and this one. */
    InventoryContents contents(Entry entry, String kind, String path, String value) {
        var network = new LinkedHashMap<>(Map.of("name", NETWORK, "type", kind));
        var node = new LinkedHashMap<>(Map.of("id", "a", "network", NETWORK, "url", "'https://127.0.0.1:1'"));
        String[] names = path.split("\\.", 2);
        (entry == Entry.NETWORK ? network : node).put(names[0], names.length == 1 ? value : below(names[1], value));
        return read("networks:\n  - " + mapping(network) + "\nnodes:\n  - " + mapping(node) + "\n");
    }

    /** As the other, with the keys that its neighbours cannot be without. */
    InventoryContents written(Entry entry, String kind, String path, String value) {
        Matcher staking = STAKING.matcher(path);
        return staking.matches()
                ? contents(entry, kind, "staking", "{" + STAKING_NEEDS + ", " + inside(staking.group(1), value) + "}")
                : contents(entry, kind, path, value);
    }

    /** What {@link #written} adds to, without the key. */
    InventoryContents unwritten(Entry entry, String kind, String path) {
        return STAKING.matcher(path).matches()
                ? contents(entry, kind, "staking", "{" + STAKING_NEEDS + "}")
                : contents(entry, kind, "type", kind);
    }

    private static String inside(String path, String value) {
        String mapping = below(path, value);
        return mapping.substring(1, mapping.length() - 1);
    }

    private static String below(String path, String value) {
        String[] names = path.split("\\.");
        return "{" + String.join(": {", names) + ": " + value + "}".repeat(names.length);
    }

    private static String mapping(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(joining(", ", "{", "}"));
    }

    private void collect(Entry entry, String kind, String above, SequencedMap<String, String> keys) {
        for (String key : namesBelow(entry, kind, above)) {
            String path = above.isEmpty() ? key : above + "." + key;
            Optional<String> refusal = expected(entry, kind, path, NO_MAPPING);
            if (refusal.isPresent()) {
                keys.put(path, takes(entry, kind, path, refusal.get()));
            } else if (namesBelow(entry, kind, path).isEmpty()) {
                keys.put(path, "a mapping of names to texts");
            } else {
                collect(entry, kind, path, keys);
            }
        }
    }

    private List<String> namesBelow(Entry entry, String kind, String path) {
        String unknown = path.isEmpty() ? NO_KEY : path + "." + NO_KEY;
        return expected(entry, kind, unknown, "1").stream()
                .filter(expected -> expected.startsWith(LIST_OF_NAMES))
                .flatMap(expected ->
                        Arrays.stream(expected.substring(LIST_OF_NAMES.length()).split(", ")))
                .toList();
    }

    /** Many values are read in steps, each with an expectation of its own: the last is the narrowest. */
    private String takes(Entry entry, String kind, String path, String refusal) {
        String narrowest = Stream.of(NO_TEXT_OF_ANY_USE, NO_DURATION)
                .flatMap(value -> expected(entry, kind, path, value).stream())
                .reduce(refusal, (_, next) -> next);
        boolean list = problems(contents(entry, kind, path, "[" + NO_MAPPING + "]"))
                .anyMatch(problem -> problem.path().equals(at(entry, path) + "[0]"));
        String words = narrowest.replace(NETWORK, NETWORK.replace('-', ' '));
        return list ? words + "; or a list of these" : words;
    }

    private Optional<String> expected(Entry entry, String kind, String path, String value) {
        return problems(contents(entry, kind, path, value))
                .filter(problem -> problem.path().equals(at(entry, path)))
                .map(Problem::expected)
                .findFirst();
    }

    private static String at(Entry entry, String path) {
        return entry.list + "[0]." + path;
    }

    private static Stream<Problem> problems(InventoryContents contents) {
        return switch (contents) {
            case InventoryContents.Valid _ -> Stream.of();
            case InventoryContents.Broken(List<Problem> problems) -> problems.stream();
        };
    }

    private InventoryContents read(String text) {
        try {
            return reader.read(Files.writeString(file, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
