package io.github.nodesonde.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A program of this machine that a test runs to its end. */
public final class InstalledProgram {

    private final String name;

    private InstalledProgram(String name) {
        this.name = name;
    }

    /** Has the test skipped, with the package named that brings the program, where it is not on the path. */
    public static InstalledProgram assumed(String name, String debianPackage) {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))),
                () -> name + " is not installed (Debian: package " + debianPackage + ")");
        return new InstalledProgram(name);
    }

    /** Runs it and fails, with all that it said, unless it exits with 0. */
    public void passes(List<String> arguments, List<Path> files) throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        Stream.of(name), arguments.stream(), files.stream().map(Path::toString))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }
}
