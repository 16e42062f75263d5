package io.github.nodesonde.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the value of a flag means.
 *
 * @param expected the values that fit, in words
 * @param properties the properties that a value stands for; empty when it does not fit
 */
record FlagValue(String expected, Function<String, Optional<Map<String, String>>> properties) {

    private static final int HIGHEST_PORT = 65535;
    private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error", "off");

    /** Names that other programs give to levels, for a variable may be theirs too. */
    private static final Map<String, String> OTHER_LEVELS =
            Map.of("warning", "warn", "critical", "error", "fatal", "error");

    /** Of a flag that is there or not. */
    static FlagValue none(Map<String, String> properties) {
        return new FlagValue("nothing", _ -> Optional.of(properties));
    }

    static FlagValue port(String property) {
        return new FlagValue(
                "a port from 0 to " + HIGHEST_PORT,
                value -> value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= HIGHEST_PORT
                        ? Optional.of(Map.of(property, value))
                        : Optional.empty());
    }

    /** An inventory beside the demo's would never be read. */
    static FlagValue inventory() {
        return new FlagValue(
                "a path",
                file -> file.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Map.of("nodesonde.inventory", file, "nodesonde.demo", "false")));
    }

    /** Libraries never say more than is usual: it would bury what the gateway says. */
    static FlagValue logLevel() {
        return new FlagValue("trace, debug, info, warn, error or off", value -> {
            String lower = value.toLowerCase(Locale.ROOT);
            String level = OTHER_LEVELS.getOrDefault(lower, lower);
            String ofLibraries = level.equals("trace") || level.equals("debug") ? "info" : level;
            return LEVELS.contains(level)
                    ? Optional.of(Map.of("logging.level.io.github.nodesonde", level, "logging.level.root", ofLibraries))
                    : Optional.empty();
        });
    }

    static FlagValue logFormat() {
        return new FlagValue("text or json", value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "text" -> consoleFormat(TextLogFormat.class);
            case "json" -> consoleFormat(JsonLogFormat.class);
            default -> Optional.empty();
        });
    }

    private static Optional<Map<String, String>> consoleFormat(Class<?> format) {
        return Optional.of(Map.of("logging.structured.format.console", format.getName()));
    }
}
