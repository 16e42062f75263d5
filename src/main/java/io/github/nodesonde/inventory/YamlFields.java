package io.github.nodesonde.inventory;

import io.github.nodesonde.text.NearestName;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * One mapping of a YAML file. Descends only as far as it is asked to, so neither aliases nor nesting cost more than what
 * is read of them.
 */
final class YamlFields implements Fields {

    private final YamlEntries entries;
    private final AskedKeys asked;
    private final Path folder;
    private final Map<String, YamlFields> nested = new HashMap<>();

    private YamlFields(YamlEntries entries, AskedKeys asked, Path folder) {
        this.entries = entries;
        this.asked = asked;
        this.folder = folder;
    }

    private static YamlFields root(YamlEntries entries, Path folder) {
        return new YamlFields(entries, new AskedKeys(entries), folder);
    }

    /** The root of a file; relative paths in it are resolved against the folder. */
    static YamlFields root(MappingNode mapping, Problems problems, Path folder) {
        return root(YamlEntries.of(mapping, mapping.getStartMark(), "", problems), folder);
    }

    /** A mapping without any keys, whose problems nobody hears of. */
    static YamlFields absent() {
        return root(YamlEntries.absent(), Path.of(""));
    }

    /** Where the value of a key stands, as people count lines. */
    int line(String key) {
        return entries.place(key).getLine() + 1;
    }

    <T> Optional<T> value(String key, Scalar<T> scalar) {
        return ask(key).flatMap(value -> value.read(scalar));
    }

    /** As {@link #value}, and a problem when absent. */
    <T> Optional<T> required(String key, Scalar<T> scalar) {
        if (!has(key)) {
            problem(key, scalar.expected(), "add " + key + ":");
        }
        return value(key, scalar);
    }

    /** One value or a list of them, a hundred at most; an absent key is an empty list. */
    <T> List<T> values(String key, Scalar<T> scalar) {
        return ask(key).map(value -> value.readAll(scalar)).orElse(List.of());
    }

    @Override
    public boolean has(String key) {
        return ask(key).isPresent();
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
    public Optional<BigDecimal> number(String key, double least, double most) {
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
        var texts = new TreeMap<String, String>();
        if (mapping.entries.keys().size() > YamlValue.MOST_TEXTS) {
            problem(key, "at most " + YamlValue.MOST_TEXTS + " keys", "leave out some");
            mapping.leaveOpen();
        } else {
            mapping.entries.keys().forEach(name -> mapping.text(name).ifPresent(text -> texts.put(name, text)));
        }
        return texts;
    }

    @Override
    public Optional<URI> baseUrl(String key) {
        return text(key).flatMap(text -> baseUrl(key, text));
    }

    @Override
    public List<URI> baseUrls(String key) {
        return texts(key).stream().flatMap(text -> baseUrl(key, text).stream()).toList();
    }

    private Optional<URI> baseUrl(String key, String text) {
        return switch (BaseUrl.of(text)) {
            case BaseUrl.Valid(URI url) -> Optional.of(url);
            case BaseUrl.Flawed(String found, String remedy) -> {
                entries.problem(key, found, "a base URL such as http://10.0.0.5:9153", remedy);
                yield Optional.empty();
            }
        };
    }

    @Override
    public Optional<Path> file(String key) {
        return text(key).flatMap(text -> switch (ReadableFile.of(text, folder)) {
            case ReadableFile.Valid(Path path) -> Optional.of(path);
            case ReadableFile.Flawed(String found, String remedy) -> {
                entries.problem(key, found, "the path of a file that can be read", remedy);
                yield Optional.empty();
            }
        });
    }

    @Override
    public YamlFields nested(String key) {
        @Nullable YamlFields before = nested.get(key);
        if (before != null) {
            return before;
        }
        YamlFields fields =
                below(ask(key).flatMap(value -> value.entries("write its keys below it, indented, or remove it"))
                        .orElseGet(() -> entries.noneAt(key)));
        nested.put(key, fields);
        return fields;
    }

    /** The mappings of a list; an absent key is an empty list. */
    List<YamlFields> mappings(String key) {
        return ask(key).map(YamlValue::items).orElse(List.of()).stream()
                .flatMap(item -> item.entries("write its keys as KEY: VALUE").stream())
                .map(this::below)
                .toList();
    }

    private YamlFields below(YamlEntries entries) {
        return new YamlFields(entries, asked.below(entries), folder);
    }

    @Override
    public void problem(String key, String expected, String remedy) {
        asked.add(key);
        entries.problem(key, expected, remedy);
    }

    /** As {@link #problem}, with words for what stands there, where the value itself would not tell. */
    void flawed(String key, String found, String expected, String remedy) {
        entries.problem(key, found, expected, remedy);
    }

    @Override
    public void misnamed(String key, String expected, String remedy) {
        entries.misnamed(key, expected, remedy);
    }

    /** The one of the names that was most likely meant. Tells nothing. */
    Optional<String> nearest(String key, Collection<String> names) {
        return ask(key).flatMap(YamlValue::written).flatMap(written -> NearestName.of(written, names));
    }

    /** Checks the URL that every node has, and whatever else looks like one, where it is unknown which keys are right. */
    void checkUrls() {
        for (String key : List.copyOf(entries.keys())) {
            boolean looksLikeOne = !asked.contains(key)
                    && entries.get(key)
                            .flatMap(YamlValue::written)
                            .filter(text -> text.contains("://"))
                            .isPresent();
            if (looksLikeOne || key.equals("url")) {
                var _ = baseUrl(key);
            }
        }
    }

    /** Lets keys pass that nobody asks for, here and below: what could tell which are right is unknown itself. */
    void leaveOpen() {
        asked.leaveOpen();
    }

    /** Tells the keys that nobody asked for, here and below. To be called when everything has been read. */
    void close() {
        asked.close();
    }

    private Optional<YamlValue> ask(String key) {
        asked.add(key);
        return entries.get(key);
    }
}
