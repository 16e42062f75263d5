package io.github.nodesonde.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** The query of the page, as links that change a part of it need it. Holds no blank values but that of {@link #KIOSK}. */
record FilterQuery(SequencedMap<String, List<String>> values) {

    /** The page's own parameter: it is there for a screen on a wall, which nobody can click on. Its value means nothing. */
    static final String KIOSK = "kiosk";

    FilterQuery {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    static FilterQuery of(Map<String, List<String>> given) {
        var values = new LinkedHashMap<String, List<String>>();
        given.forEach((name, texts) -> {
            List<String> told = texts.stream()
                    .filter(text -> name.equals(KIOSK) || !text.isBlank())
                    .toList();
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

    /** Whether it is for a wall. */
    public boolean kiosk() {
        return values.containsKey(KIOSK);
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

    /** The status page with this query. */
    String href() {
        return href("/");
    }

    /** Another page with this query. */
    String href(String path) {
        return values.isEmpty()
                ? path
                : values.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(value -> entry.getKey() + "=" + UriUtils.encode(value, UTF_8)))
                        .collect(Collectors.joining("&", path + "?", ""));
    }
}
