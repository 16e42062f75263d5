package io.github.nodesonde.request;

import io.github.nodesonde.text.NearestName;
import io.github.nodesonde.text.PrintableText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The query parameters of a request. Each is known by name or refused. Whatever does not fit throws a {@link Problem}. */
public final class Parameters {

    private final Map<String, List<String>> given;

    private Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    public static Parameters of(Map<String, List<String>> given, Collection<String> known) {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new Problem(
                        ProblemType.UNKNOWN_PARAMETER,
                        known.isEmpty()
                                ? "Expected no query parameter, not %s.".formatted(PrintableText.quoted(name))
                                : "Expected %s, not %s.%s"
                                        .formatted(
                                                listed(known),
                                                PrintableText.quoted(name),
                                                NearestName.hint(name, known)));
            }
        }
        return new Parameters(given);
    }

    /** The same; a blank one counts as absent, for that is what a form sends for a field left empty. */
    public static Parameters ofForm(Map<String, List<String>> given, Collection<String> known) {
        var filled = new HashMap<String, List<String>>();
        of(given, known)
                .given
                .forEach((name, values) -> filled.put(
                        name, values.stream().filter(value -> !value.isBlank()).toList()));
        return new Parameters(filled);
    }

    /** Refuses every parameter: for resources that have none. */
    public static void none(Map<String, List<String>> given) {
        of(given, List.of());
    }

    public Optional<String> text(String name) {
        List<String> values = texts(name);
        if (values.size() > 1) {
            throw new Problem(ProblemType.INVALID_PARAMETER, "Expected '%s' once, not twice.".formatted(name));
        }
        return values.stream().findFirst();
    }

    /** All values of a parameter that may be given more than once. */
    public List<String> texts(String name) {
        return given.getOrDefault(name, List.of());
    }

    public <T> Optional<T> oneOf(String name, Map<String, T> choices) {
        return text(name).map(value -> {
            T choice = choices.get(value);
            if (choice == null) {
                throw new Problem(
                        ProblemType.INVALID_PARAMETER,
                        "Expected '%s' to be %s, not %s.%s"
                                .formatted(
                                        name,
                                        listed(choices.keySet()),
                                        PrintableText.quoted(value),
                                        NearestName.hint(value, choices.keySet())));
            }
            return choice;
        });
    }

    /** A whole number within the bounds, both included. */
    public int integer(String name, int absent, int least, int most) {
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
                        .formatted(name, least, most, PrintableText.quoted(value), nearest));
    }

    private static String listed(Collection<String> texts) {
        return (texts.size() == 1 ? "" : "one of ") + String.join(", ", texts);
    }
}
