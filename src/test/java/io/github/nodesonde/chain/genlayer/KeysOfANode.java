package io.github.nodesonde.chain.genlayer;

import io.github.nodesonde.inventory.Fields;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Keys of an inventory entry given as a map; remembers the problems that are told. */
final class KeysOfANode implements Fields {

    final List<String> problems = new ArrayList<>();
    private final Map<String, String> values;

    KeysOfANode(Map<String, String> values) {
        this.values = values;
    }

    @Override
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public Optional<URI> baseUrl(String key) {
        return text(key).map(URI::create);
    }

    @Override
    public List<URI> baseUrls(String key) {
        throw notAsked(key);
    }

    @Override
    public boolean has(String key) {
        return values.containsKey(key);
    }

    @Override
    public void problem(String key, String expected, String remedy) {
        problems.add(key + ": " + expected);
    }

    @Override
    public void misnamed(String key, String expected, String remedy) {
        throw notAsked(key);
    }

    @Override
    public Optional<String> requiredText(String key) {
        throw notAsked(key);
    }

    @Override
    public Optional<Boolean> flag(String key) {
        throw notAsked(key);
    }

    @Override
    public Optional<Long> integer(String key, long least, long most) {
        throw notAsked(key);
    }

    @Override
    public Optional<BigDecimal> number(String key, double least, double most) {
        throw notAsked(key);
    }

    @Override
    public Optional<Duration> duration(String key) {
        throw notAsked(key);
    }

    @Override
    public <T> Optional<T> oneOf(String key, Map<String, T> choices) {
        throw notAsked(key);
    }

    @Override
    public List<String> texts(String key) {
        throw notAsked(key);
    }

    @Override
    public SortedMap<String, String> textMap(String key) {
        throw notAsked(key);
    }

    @Override
    public Optional<Path> file(String key) {
        throw notAsked(key);
    }

    @Override
    public Fields nested(String key) {
        throw notAsked(key);
    }

    private static AssertionError notAsked(String key) {
        return new AssertionError("no kind of node reads " + key + " like this");
    }
}
