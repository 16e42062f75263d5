package io.github.nodesonde.inventory;

import io.github.nodesonde.text.NearestName;
import io.github.nodesonde.text.PrintableText;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file. Descends only as far as it is asked to, so neither aliases nor nesting cost more than what
 * is read of them.
 */
final class YamlFields implements Fields {

    private static final int MOST_TEXTS = 100;

    private final Problems problems;
    private final Path folder;
    private final String path;
    private final Mark start;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final SortedSet<String> known = new TreeSet<>();
    private final Map<String, YamlFields> nested = new HashMap<>();
    private final List<YamlFields> items = new ArrayList<>();
    private boolean open;

    private record Entry(Mark place, Node value) {}

    private YamlFields(Problems problems, Path folder, String path, Mark start) {
        this.problems = problems;
        this.folder = folder;
        this.path = path;
        this.start = start;
    }

    /** The root of a file; relative paths in it are resolved against the folder. */
    static YamlFields root(MappingNode mapping, Problems problems, Path folder) {
        return new YamlFields(problems, folder, "", mapping.getStartMark()).filledFrom(mapping);
    }

    /** A mapping without any keys, whose problems nobody hears of. */
    static YamlFields absent() {
        return new YamlFields(new Problems(""), Path.of(""), "", new Mark("", 0, 0, 0, new int[0], 0));
    }

    private YamlFields filledFrom(MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            Mark place = tuple.getKeyNode().getStartMark();
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(place, path, inWords(tuple.getKeyNode()) + " as a key", "a text", "write a plain key");
                continue;
            }
            @Nullable Entry first = entries.putIfAbsent(key.getValue(), new Entry(place, tuple.getValueNode()));
            if (first != null) {
                problems.add(
                        place,
                        pathOf(key.getValue()),
                        "the key a second time, after line " + (first.place.getLine() + 1),
                        "every key once",
                        "remove one of the two");
            }
        }
        return this;
    }

    @Override
    public boolean has(String key) {
        return entry(key) != null;
    }

    /** The keys as written, known or not, in their order. */
    Set<String> keys() {
        return entries.keySet();
    }

    /** Where the value of a key stands, as people count lines. */
    int line(String key) {
        @Nullable Entry entry = entries.get(key);
        return (entry == null ? start : entry.place).getLine() + 1;
    }

    <T> Optional<T> value(String key, Scalar<T> scalar) {
        @Nullable Entry entry = entry(key);
        return entry == null ? Optional.empty() : value(entry.place, pathOf(key), entry.value, scalar);
    }

    /** As {@link #value}, and a problem when absent. */
    <T> Optional<T> required(String key, Scalar<T> scalar) {
        if (!has(key)) {
            problem(key, scalar.expected(), "add " + key + ":");
        }
        return value(key, scalar);
    }

    private <T> Optional<T> value(Mark place, String path, Node node, Scalar<T> scalar) {
        if (!(node instanceof ScalarNode text) || isNothing(node)) {
            problems.add(place, path, inWords(node), scalar.expected(), "write " + scalar.expected());
            return Optional.empty();
        }
        Optional<T> value = scalar.reading().apply(text);
        if (value.isEmpty()) {
            problems.add(
                    place,
                    path,
                    inWords(node),
                    scalar.expected(),
                    scalar.remedy().apply(text));
        }
        return value;
    }

    /** One value or a list of them, each read alike; those that do not fit are left out. */
    <T> List<T> values(String key, Scalar<T> scalar) {
        @Nullable Entry entry = entry(key);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value instanceof SequenceNode list)) {
            return value(key, scalar).stream().toList();
        }
        var values = new ArrayList<T>();
        for (int i = 0; i < list.getValue().size(); i++) {
            if (i == MOST_TEXTS) {
                problem(key, "at most " + MOST_TEXTS + " values", "leave out some");
                break;
            }
            Node item = list.getValue().get(i);
            value(item.getStartMark(), pathOf(key) + "[" + i + "]", item, scalar)
                    .ifPresent(values::add);
        }
        return values;
    }

    @Override
    public Optional<String> text(String key) {
        return value(key, Scalar.TEXT);
    }

    @Override
    public Optional<String> requiredText(String key) {
        return required(key, Scalar.TEXT);
    }

    @Override
    public Optional<Boolean> flag(String key) {
        return value(key, Scalar.FLAG);
    }

    @Override
    public Optional<Long> integer(String key, long least, long most) {
        return value(key, Scalar.integer(least, most));
    }

    @Override
    public Optional<Double> number(String key, double least, double most) {
        return value(key, Scalar.number(least, most));
    }

    @Override
    public Optional<Duration> duration(String key) {
        return value(key, Scalar.DURATION);
    }

    @Override
    public <T> Optional<T> oneOf(String key, Map<String, T> choices) {
        return value(key, Scalar.oneOf(choices));
    }

    @Override
    public List<String> texts(String key) {
        return values(key, Scalar.TEXT);
    }

    @Override
    public SortedMap<String, String> textMap(String key) {
        YamlFields mapping = nested(key);
        if (mapping.entries.size() > MOST_TEXTS) {
            problem(key, "at most " + MOST_TEXTS + " keys", "leave out some");
            mapping.leaveOpen();
            return new TreeMap<>();
        }
        var texts = new TreeMap<String, String>();
        mapping.keys().forEach(name -> mapping.text(name).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    @Override
    public Optional<URI> baseUrl(String key) {
        return text(key).flatMap(text -> switch (BaseUrl.of(text)) {
            case BaseUrl.Valid(URI url) -> Optional.of(url);
            case BaseUrl.Flawed(String found, String remedy) -> {
                problems.add(place(key), pathOf(key), found, "a base URL such as http://10.0.0.5:9153", remedy);
                yield Optional.empty();
            }
        });
    }

    @Override
    public Optional<Path> file(String key) {
        return text(key).flatMap(text -> {
            Path file;
            try {
                file = folder.resolve(text);
            } catch (InvalidPathException _) {
                return unusableFile(key, "what can be no path", "write the path of a file");
            }
            if (!Files.isRegularFile(file)) {
                return unusableFile(key, "a path where no file is", "create the file, or correct the path");
            }
            if (!Files.isReadable(file)) {
                return unusableFile(key, "a file that must not be read", "let the gateway's user read it");
            }
            return Optional.of(file);
        });
    }

    /** Without quoting the path: the secret itself is written there by mistake. */
    private Optional<Path> unusableFile(String key, String found, String remedy) {
        problems.add(place(key), pathOf(key), found, "the path of a file that can be read", remedy);
        return Optional.empty();
    }

    @Override
    public YamlFields nested(String key) {
        @Nullable YamlFields before = nested.get(key);
        if (before != null) {
            return before;
        }
        @Nullable Entry entry = entry(key);
        var fields = new YamlFields(problems, folder, pathOf(key), entry == null ? start : entry.place);
        nested.put(key, fields);
        if (entry != null && entry.value instanceof MappingNode mapping) {
            fields.filledFrom(mapping);
        } else if (entry != null) {
            problem(key, "a mapping", "write its keys below it, indented, or remove it");
        }
        return fields;
    }

    /** The mappings of a list; an absent key is an empty list. */
    List<YamlFields> mappings(String key) {
        @Nullable Entry entry = entry(key);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value instanceof SequenceNode list)) {
            problem(key, "a list", "begin each entry with '- ', or write [] for none");
            return List.of();
        }
        var mappings = new ArrayList<YamlFields>();
        for (int i = 0; i < list.getValue().size(); i++) {
            Node item = list.getValue().get(i);
            String itemPath = pathOf(key) + "[" + i + "]";
            if (item instanceof MappingNode mapping) {
                mappings.add(new YamlFields(problems, folder, itemPath, item.getStartMark()).filledFrom(mapping));
            } else {
                problems.add(item.getStartMark(), itemPath, inWords(item), "a mapping", "write its keys as KEY: VALUE");
            }
        }
        items.addAll(mappings);
        return mappings;
    }

    @Override
    public void problem(String key, String expected, String remedy) {
        @Nullable Entry entry = entry(key);
        problems.add(place(key), pathOf(key), entry == null ? "nothing" : inWords(entry.value), expected, remedy);
    }

    @Override
    public void misnamed(String key, String expected, String remedy) {
        problems.add(place(key), pathOf(key), "the key " + PrintableText.quoted(key), expected, remedy);
    }

    /** Lets keys pass that nobody asks for, here and below: what could tell which are right is unknown itself. */
    void leaveOpen() {
        open = true;
    }

    /** Tells the keys that nobody asked for, here and below. To be called when everything has been read. */
    void close() {
        if (open) {
            return;
        }
        keys().stream().filter(key -> !known.contains(key)).forEach(this::unknown);
        nested.values().forEach(YamlFields::close);
        items.forEach(YamlFields::close);
    }

    private void unknown(String key) {
        String remedy = NearestName.of(key, known)
                .map(name -> "write " + name)
                .orElse(known.isEmpty() ? "remove it" : "remove it, or write one of these");
        misnamed(key, known.isEmpty() ? "no key" : "one of " + String.join(", ", known), remedy);
    }

    private @Nullable Entry entry(String key) {
        known.add(key);
        return entries.get(key);
    }

    private Mark place(String key) {
        @Nullable Entry entry = entries.get(key);
        return entry == null ? start : entry.place;
    }

    private String pathOf(String key) {
        return path.isEmpty()
                ? PrintableText.of(key, PrintableText.MAX_QUOTE)
                : path + "." + PrintableText.of(key, PrintableText.MAX_QUOTE);
    }

    /** Whether nothing is written, or {@code null}. */
    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    static String inWords(Node node) {
        return switch (node) {
            case ScalarNode scalar when !isNothing(scalar) -> PrintableText.quoted(scalar.getValue());
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            default -> "nothing";
        };
    }
}
