package io.github.nodesonde.deploy.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Objects whose members keep their order, and their text. */
final class Json {

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withArrayIndenter(INDENTER).withObjectIndenter(INDENTER))
            .build();

    private Json() {}

    /** @param members name, value, name, value … */
    static SequencedMap<String, @Nullable Object> object(@Nullable Object... members) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < members.length; i += 2) {
            object.put(requireNonNull(members[i]).toString(), members[i + 1]);
        }
        return object;
    }

    /** The objects' members in one, those of the later in place of those of the earlier. */
    static SequencedMap<String, @Nullable Object> merged(
            SequencedMap<String, @Nullable Object> earlier, SequencedMap<String, @Nullable Object> later) {
        var both = new LinkedHashMap<String, @Nullable Object>(earlier);
        both.putAll(later);
        return both;
    }

    /** Indented, and ended by a line break. */
    static String text(Object json) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }
}
