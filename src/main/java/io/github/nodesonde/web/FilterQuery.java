package io.github.nodesonde.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** The query of the page, as links that change a part of it need it. Holds no blank values. */
record FilterQuery(SequencedMap<String, List<String>> values) {

    /** The page's own parameter: with {@link #OFF} it stands still. */
    static final String REFRESH = "refresh";

    static final String OFF = "off";

    FilterQuery {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    static FilterQuery of(Map<String, List<String>> given) {
        var values = new LinkedHashMap<String, List<String>>();
        given.forEach((name, texts) -> {
            List<String> told = texts.stream().filter(text -> !text.isBlank()).toList();
            if (!told.isEmpty()) {
                values.put(name, told);
            }
        });
        return new FilterQuery(values);
    }

    /** The first value, empty when there is none. */
    public String value(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** All values, in their order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean live() {
        return !value(REFRESH).equals(OFF);
    }

    FilterQuery with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, List.of(value));
        return new FilterQuery(changed);
    }

    FilterQuery without(String name) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new FilterQuery(changed);
    }

    /** The page with this query. */
    String href() {
        return values.isEmpty()
                ? "/"
                : values.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(value -> entry.getKey() + "=" + UriUtils.encode(value, UTF_8)))
                        .collect(Collectors.joining("&", "/?", ""));
    }
}
