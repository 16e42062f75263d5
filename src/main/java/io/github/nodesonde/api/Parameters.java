package io.github.nodesonde.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query parameters of a request. Each is known by name or refused; a blank one counts as absent, for that is what a
 * form sends for a field left empty. Whatever does not fit throws a {@link Problem}.
 */
final class Parameters {

    private final Map<String, List<String>> given;

    private Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    static Parameters of(Map<String, List<String>> given, Collection<String> known) {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new Problem(
                        ProblemType.UNKNOWN_PARAMETER,
                        known.isEmpty()
                                ? "Expected no query parameter, not %s.".formatted(Nearest.quoted(name))
                                : "Expected one of %s, not %s.%s"
                                        .formatted(listed(known), Nearest.quoted(name), Nearest.hint(name, known)));
            }
        }
        return new Parameters(given);
    }

    /** Refuses every parameter: for resources that have none. */
    static void none(Map<String, List<String>> given) {
        of(given, List.of());
    }

    Optional<String> text(String name) {
        List<String> values = texts(name);
        if (values.size() > 1) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "Expected '%s' once, not twice.".formatted(name));
        }
        return values.stream().findFirst();
    }

    /** All values of a parameter that may be given more than once. */
    List<String> texts(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    <T> Optional<T> oneOf(String name, Map<String, T> choices) {
        return text(name).map(value -> {
            T choice = choices.get(value);
            if (choice == null) {
                throw new Problem(
                        ProblemType.INVALID_PARAMETER,
                        "Expected '%s' to be one of %s, not %s.%s"
                                .formatted(
                                        name,
                                        listed(choices.keySet()),
                                        Nearest.quoted(value),
                                        Nearest.hint(value, choices.keySet())));
            }
            return choice;
        });
    }

    /** A whole number within the bounds, both included. */
    int integer(String name, int absent, int least, int most) {
        return text(name)
                .map(value -> {
                    if (!value.matches("-?[0-9]{1,9}")) {
                        throw outside(name, value, least, most, absent);
                    }
                    int number = Integer.parseInt(value);
                    if (number < least || number > most) {
                        throw outside(name, value, least, most, Math.clamp(number, least, most));
                    }
                    return number;
                })
                .orElse(absent);
    }

    private static Problem outside(String name, String value, int least, int most, int nearest) {
        return new Problem(
                ProblemType.INVALID_PARAMETER,
                "Expected '%s' to be a whole number from %d to %d, not %s. The nearest is %d."
                        .formatted(name, least, most, Nearest.quoted(value), nearest));
    }

    private static String listed(Collection<String> texts) {
        return String.join(", ", texts);
    }
}
