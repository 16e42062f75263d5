package io.github.nodesonde.cli;

import io.github.nodesonde.text.NearestName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the words after the program's name, and the environment where they leave a flag out. */
final class CommandLine {

    private static final String DEFAULT_METRICS_PORT = "8008";

    private final Map<String, String> environment;
    private final Supplier<PropertyNames> knownProperties;
    private final Map<Flag, String> flags = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    private CommandLine(Map<String, String> environment, Supplier<PropertyNames> knownProperties) {
        this.environment = environment;
        this.knownProperties = knownProperties;
    }

    /** @throws UsageException when a word is wrong; the message names the nearest that is not */
    static Command parse(
            List<String> arguments, Map<String, String> environment, Supplier<PropertyNames> knownProperties) {
        var line = new CommandLine(environment, knownProperties);
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            line.take(left.removeFirst(), left);
        }
        return line.command();
    }

    private void take(String argument, ArrayDeque<String> following) {
        if (!argument.startsWith("-") || argument.equals("-")) {
            words.add(argument);
            return;
        }
        int equals = argument.indexOf('=');
        String name = (equals < 0 ? argument : argument.substring(0, equals)).replaceFirst("^--?", "");
        Optional<String> value = equals < 0 ? Optional.empty() : Optional.of(argument.substring(equals + 1));
        Optional<Flag> flag =
                Flag.named(name).filter(_ -> argument.startsWith("--")).or(() -> shortHelp(argument));
        if (flag.isPresent()) {
            take(flag.get(), value, following);
        } else if (name.contains(".") && argument.startsWith("--")) {
            takeProperty(name, value);
        } else {
            throw new UsageException("unknown flag " + shown(argument, equals) + nearest("--" + name, writtenFlags()));
        }
    }

    private static Optional<Flag> shortHelp(String argument) {
        return argument.equals("-h") ? Optional.of(Flag.HELP) : Optional.empty();
    }

    private void take(Flag flag, Optional<String> written, ArrayDeque<String> following) {
        if (!flag.takesValue() && written.isPresent()) {
            throw new UsageException(flag.written() + " takes no value");
        }
        @Nullable String next = following.peekFirst();
        boolean valueFollows = flag.takesValue() && written.isEmpty() && next != null && !next.startsWith("--");
        String value = written.orElse(valueFollows ? following.removeFirst() : "");
        if (flag.takesValue() && written.isEmpty() && !valueFollows) {
            throw new UsageException(flag.written() + " needs a value: " + flag.usage());
        }
        if (flags.put(flag, value) != null) {
            throw new UsageException(flag.written() + " is given twice");
        }
        properties(flag, value, flag.written());
    }

    private void takeProperty(String name, Optional<String> value) {
        PropertyNames known = knownProperties.get();
        if (!known.contains(name)) {
            throw new UsageException("unknown property --" + name
                    + known.nearest(name)
                            .map(near -> "; did you mean --" + near + "?")
                            .orElse(""));
        }
        if (value.isEmpty()) {
            throw new UsageException("--" + name + " needs a value: --" + name + "=VALUE");
        }
        if (properties.put(name, value.get()) != null) {
            throw new UsageException("--" + name + " is given twice");
        }
    }

    private Command command() {
        if (flags.containsKey(Flag.HELP)) {
            return new Command.Help();
        }
        if (words.isEmpty()) {
            return serve();
        }
        String name = words.getFirst();
        Subcommand subcommand = Subcommand.named(name)
                .orElseThrow(() -> new UsageException("unknown command " + name
                        + nearest(
                                name,
                                Arrays.stream(Subcommand.values())
                                        .map(Subcommand::written)
                                        .toList())));
        if (words.size() != 1 + subcommand.operands()) {
            throw new UsageException("write " + subcommand.usage() + ", and no other word");
        }
        flags.keySet().stream()
                .filter(flag -> !subcommand.takes(flag))
                .findFirst()
                .ifPresent(flag -> {
                    throw new UsageException(subcommand.written() + " does not take " + flag.written());
                });
        if (!subcommand.takesProperties() && !properties.isEmpty()) {
            throw new UsageException(subcommand.written() + " does not take --"
                    + properties.keySet().iterator().next());
        }
        return switch (subcommand) {
            case PROBE ->
                new Command.Probe(words.getLast(), inventory(), flags.containsKey(Flag.JSON), asArguments(properties));
            case VALIDATE -> new Command.Validate(words.getLast());
            case IMPORT -> new Command.Import(words.get(1), words.getLast());
            case HEALTHCHECK -> new Command.Healthcheck(metricsPort());
            case HELP -> new Command.Help();
            case VERSION -> new Command.Version();
        };
    }

    private Command serve() {
        if (flags.containsKey(Flag.JSON)) {
            throw new UsageException(Flag.JSON.written() + " goes with " + Subcommand.PROBE.usage());
        }
        if (flags.containsKey(Flag.DEMO) && flags.containsKey(Flag.INVENTORY)) {
            throw new UsageException("--demo and --inventory exclude each other: the demo has nodes of its own");
        }
        var all = new TreeMap<String, String>();
        for (Flag flag : Flag.ALL) {
            boolean overruled = flag.equals(Flag.INVENTORY) && flags.containsKey(Flag.DEMO);
            if (flags.containsKey(flag)) {
                all.putAll(properties(flag, flags.getOrDefault(flag, ""), flag.written()));
            } else if (!overruled) {
                variable(flag).ifPresent(variable -> all.putAll(properties(flag, valueOf(variable), variable)));
            }
        }
        all.putAll(properties);
        return new Command.Serve(asArguments(all));
    }

    private static List<String> asArguments(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toList();
    }

    private String inventory() {
        return Optional.ofNullable(flags.get(Flag.INVENTORY))
                .or(() -> variable(Flag.INVENTORY).map(this::valueOf))
                .orElse("");
    }

    private int metricsPort() {
        String value = Optional.ofNullable(flags.get(Flag.METRICS_PORT))
                .or(() -> variable(Flag.METRICS_PORT).map(variable -> {
                    properties(Flag.METRICS_PORT, valueOf(variable), variable);
                    return valueOf(variable);
                }))
                .orElse(DEFAULT_METRICS_PORT);
        return Integer.parseInt(value);
    }

    private Optional<String> variable(Flag flag) {
        return flag.environment().stream()
                .filter(variable -> !valueOf(variable).isEmpty())
                .findFirst();
    }

    private String valueOf(String variable) {
        return environment.getOrDefault(variable, "");
    }

    private static Map<String, String> properties(Flag flag, String value, String source) {
        return flag.properties(value)
                .orElseThrow(() -> new UsageException("%s: found '%s', expected %s"
                        .formatted(source, value, flag.value().expected())));
    }

    private static List<String> writtenFlags() {
        return Flag.ALL.stream().map(Flag::written).toList();
    }

    private static String shown(String argument, int equals) {
        return equals < 0 ? argument : argument.substring(0, equals);
    }

    private static String nearest(String name, Collection<String> names) {
        return NearestName.of(name, names)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }
}
