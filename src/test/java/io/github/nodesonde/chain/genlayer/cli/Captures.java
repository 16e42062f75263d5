package io.github.nodesonde.chain.genlayer.cli;

import io.github.nodesonde.command.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** What the tool of release 0.38.14 printed, byte by byte. */
final class Captures {

    private static final String EXIT_CODE = "exit_code: ";

    private Captures() {}

    static Output output(String name) {
        int exitCode = text(name + ".meta")
                .lines()
                .filter(line -> line.startsWith(EXIT_CODE))
                .mapToInt(line -> Integer.parseInt(line.substring(EXIT_CODE.length())))
                .findFirst()
                .orElseThrow();
        return new Output(exitCode, text(name + ".stdout"), text(name + ".stderr"), Duration.ofMillis(650));
    }

    static String out(String name) {
        return text(name + ".stdout");
    }

    private static String text(String file) {
        try (var in = Objects.requireNonNull(Captures.class.getResourceAsStream("/genlayer/cli/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
