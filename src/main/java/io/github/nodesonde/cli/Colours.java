package io.github.nodesonde.cli;

import io.github.nodesonde.health.Verdict;
import java.io.Console;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Verdicts in colour, where somebody looks at a terminal that shows them and did not ask for none by {@code NO_COLOR}. */
record Colours(boolean shown) {

    static Colours of(@Nullable Console console, Map<String, String> environment) {
        return new Colours(console != null && console.isTerminal() && wanted(environment));
    }

    static boolean wanted(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    String of(Verdict verdict) {
        return shown ? "\u001b[" + code(verdict) + "m" + verdict.label() + "\u001b[0m" : verdict.label();
    }

    private static int code(Verdict verdict) {
        return switch (verdict) {
            case UP -> 32;
            case DEGRADED -> 33;
            case UNKNOWN -> 35;
            case DOWN -> 31;
            case MAINTENANCE -> 34;
        };
    }
}
