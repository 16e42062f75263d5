package io.github.nodesonde.limits;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a gateway is started.
 *
 * @param launcher what stands before {@code java}, such as a program that sets limits
 * @param out where its output goes; a file of the test's folder unless told otherwise
 * @param log the file that its log can be read from, when that is not its output
 */
record Launch(
        List<String> launcher,
        List<String> javaOptions,
        List<String> arguments,
        Optional<Path> out,
        Optional<Path> log) {

    static Launch with(String... javaOptions) {
        return new Launch(List.of(), List.of(javaOptions), List.of(), Optional.empty(), Optional.empty());
    }

    /** The same by a shell script that ends in {@code exec "$@"}. */
    Launch by(String script) {
        return new Launch(List.of("sh", "-c", script, "sh"), javaOptions, arguments, out, log);
    }

    Launch arguments(String... more) {
        return new Launch(launcher, javaOptions, List.of(more), out, log);
    }

    Launch output(Path to, Path logFile) {
        return new Launch(launcher, javaOptions, arguments, Optional.of(to), Optional.of(logFile));
    }
}
