package io.github.nodesonde.deploy.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The chart under test, rendered and linted by Helm's own library. */
final class Chart {

    static final Path FOLDER = Path.of("helm/nodesonde");
    static final Path FULL_VALUES = Path.of("src/test/resources/deploy/chart/full-values.yaml");

    private static final Path RENDERED = copyForRendering();

    private Chart() {}

    /** The values files that ship with the chart, and the one that the golden manifests are made of. */
    static Stream<Path> valuesFiles() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("ci"))) {
            return Stream.concat(files.sorted().toList().stream(), Stream.of(FULL_VALUES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Helm would apply to a namespace {@code monitoring} as the release {@code sonde}. */
    static Manifests rendered(Path... values) {
        var command = new Helm(RENDERED)
                .template()
                .withName("sonde")
                .withNamespace("monitoring")
                .withKubeVersion("1.30.0");
        List.of(values).forEach(command::withValuesFile);
        return Manifests.read(command.call());
    }

    /** The same of values written here, in YAML. */
    static Manifests rendered(String values) {
        return withFile(values, Chart::rendered);
    }

    /** What Helm's strict lint says of the chart with these values as its defaults. */
    static LintResult linted(Path values) throws IOException {
        Path copy = copy();
        Path defaults = copy.resolve("values.yaml");
        Files.writeString(defaults, MergedValues.of(defaults, values));
        return new Helm(copy).lint().strict().call();
    }

    private static Manifests withFile(String values, Function<Path, Manifests> rendering) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            try {
                return rendering.apply(Files.writeString(file, values));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Helm's library renders neither hooks nor notes: in the copy the hook is a plain manifest, and the notes are one. */
    private static Path copyForRendering() {
        try {
            Path copy = copy();
            Path test = copy.resolve("templates/tests/connection.yaml");
            Files.writeString(test, Files.readString(test).replaceAll("(?m)^ +helm.sh/hook: test\n", ""));
            Files.writeString(copy.resolve("templates/notes-manifest.yaml"), """
                    kind: Notes
                    text: |
                      {{- include (print .Template.BasePath "/NOTES.txt") . | nindent 2 }}
                    """);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy() throws IOException {
        Path copy = Files.createTempDirectory(Path.of("target"), "chart").resolve("nodesonde");
        try (Stream<Path> files = Files.walk(FOLDER, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(FOLDER.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }
}
