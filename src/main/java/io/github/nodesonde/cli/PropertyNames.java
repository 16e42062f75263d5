package io.github.nodesonde.cli;

import io.github.nodesonde.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The configuration properties that anything on the class path says it reads. Immutable once read. */
final class PropertyNames {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private final SortedMap<String, String> names = new TreeMap<>();
    private final Set<String> maps = new HashSet<>();

    /** Reads the metadata of every library, which takes a moment: to be asked for when there is a name to check. */
    static PropertyNames ofClassPath() {
        var read = new PropertyNames();
        var json = JsonMapper.shared();
        try {
            for (URL url : Collections.list(PropertyNames.class.getClassLoader().getResources(METADATA))) {
                try (InputStream in = url.openStream()) {
                    json.readTree(in).path("properties").forEach(read::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the class path cannot be read", e);
        }
        return read;
    }

    private void add(JsonNode property) {
        String name = property.path("name").asString("");
        names.put(uniform(name), name);
        if (property.path("type").asString("").startsWith("java.util.Map")) {
            maps.add(uniform(name));
        }
    }

    /** Whether the property is known, in any of its spellings; every key below one that maps names is. */
    boolean contains(String name) {
        String uniform = uniform(name);
        return names.containsKey(uniform) || isBelowAMap(uniform);
    }

    /** The known name that was most likely meant. */
    Optional<String> nearest(String name) {
        return NearestName.of(name, names.values());
    }

    private boolean isBelowAMap(String name) {
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            if (maps.contains(name.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    /** Spring reads {@code a.some-name}, {@code a.someName} and {@code a.some_name[0]} alike. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]|\\[[^]]*]", "");
    }
}
