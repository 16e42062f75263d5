package io.github.nodesonde.cli;

import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryReader;
import io.github.nodesonde.inventory.Problem;
import io.github.nodesonde.inventory.UnusableInventoryException;
import io.github.nodesonde.node.Fleet;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;

/** Does what the command line asks for. */
final class Program {

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    Program(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /** The exit code; empty when the gateway has started, and stays. */
    OptionalInt run(List<String> arguments) {
        try {
            return switch (CommandLine.parse(arguments, environment, PropertyNames::ofClassPath)) {
                case Command.Serve(List<String> properties) -> serve(properties);
                case Command.Validate(String file) ->
                    OptionalInt.of(validate(file).number());
                case Command.Import imported ->
                    OptionalInt.of(imported(imported).number());
                case Command.Probe probe -> OptionalInt.of(probe(probe).number());
                case Command.Healthcheck(int port) ->
                    OptionalInt.of(healthcheck(port).number());
                case Command.Help() -> OptionalInt.of(print(HelpText.text()).number());
                case Command.Version() ->
                    OptionalInt.of(
                            print("nodesonde " + version() + "%n".formatted()).number());
            };
        } catch (UsageException e) {
            err.println("nodesonde: " + e.getMessage());
            err.println("nodesonde --help lists all there is");
            return OptionalInt.of(ExitCode.WRONG_USAGE.number());
        }
    }

    /** What keeps the gateway from starting has been told by then; without an exit code of its own it is thrown on. */
    private static OptionalInt serve(List<String> properties) {
        try {
            SpringApplication.run(Nodesonde.class, properties.toArray(String[]::new));
            return OptionalInt.empty();
        } catch (RuntimeException failure) {
            if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof UnusableInventoryException) {
                return OptionalInt.of(ExitCode.WRONG_USAGE.number());
            }
            throw failure;
        }
    }

    private ExitCode validate(String file) {
        // Until a logging system is set up, libraries would write what they please.
        LoggingSystem.get(Program.class.getClassLoader()).beforeInitialize();
        return switch (new InventoryReader(KindScan.kinds()).read(path(file))) {
            case InventoryContents.Valid(Fleet fleet) ->
                print("%s: no mistake; nodes: %d, networks: %d%n"
                        .formatted(file, fleet.nodes().size(), fleet.networks().size()));
            case InventoryContents.Broken(List<Problem> problems) -> {
                problems.forEach(out::println);
                yield ExitCode.WRONG_USAGE;
            }
        };
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException _) {
            throw new UsageException("the path of the inventory is none");
        }
    }

    private ExitCode probe(Command.Probe command) {
        LoggingSystem.get(Program.class.getClassLoader()).beforeInitialize();
        return new ProbeCommand(out, err, System.console(), environment).run(command);
    }

    private ExitCode imported(Command.Import command) {
        LoggingSystem.get(Program.class.getClassLoader()).beforeInitialize();
        return new ImportCommand(out, err, KindScan.imports()).run(command);
    }

    private ExitCode healthcheck(int port) {
        if (new Healthcheck(port).lives()) {
            return ExitCode.DONE;
        }
        err.println("nodesonde: no gateway lives at port " + port + " of this host");
        return ExitCode.FAILED;
    }

    private ExitCode print(String text) {
        out.print(text);
        return ExitCode.DONE;
    }

    private static String version() {
        var build = new Properties();
        try (@Nullable InputStream in = Program.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the build's own properties cannot be read", e);
        }
        return build.getProperty("build.version", "of unknown version");
    }
}
