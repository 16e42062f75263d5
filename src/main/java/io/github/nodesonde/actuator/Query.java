package io.github.nodesonde.actuator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.function.ServerRequest;

/** The query of a request: known parameters only, each once. */
final class Query {

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /** @throws ErrorResponseException 400, when a parameter is not among the known ones or is given twice */
    static Query of(ServerRequest request, String... known) {
        var values = new HashMap<String, String>();
        request.params().forEach((name, given) -> {
            if (!List.of(known).contains(name)) {
                throw Problem.UNKNOWN_PARAMETER.because(unknown(name, List.of(known)));
            }
            if (given.size() > 1) {
                throw Problem.INVALID_PARAMETER.because("'" + name + "' may be given once.");
            }
            values.put(name, given.getFirst());
        });
        return new Query(values);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Whether the parameter is given, with the one value it takes.
     *
     * @throws ErrorResponseException 400, when it has another value
     */
    boolean has(String name, String value) {
        @Nullable String given = values.get(name);
        if (given != null && !given.equals(value)) {
            throw Problem.INVALID_PARAMETER.because("'" + name + "' takes the value '" + value + "' or is left out.");
        }
        return given != null;
    }

    private static String unknown(String name, List<String> known) {
        if (known.isEmpty()) {
            return "This path takes no query parameter.";
        }
        return "'" + name + "' is no parameter of this path; it takes " + String.join(", ", known) + "."
                + Nearest.hint(name, known.stream());
    }
}
