package io.github.nodesonde.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One bad file a rule; {@code problems.txt} beside them holds the lines that each gives. */
class InventoryProblemsTests {

    private static final Path FOLDER = Path.of("src/test/resources/inventory");

    private final InventoryReader reader =
            new InventoryReader(List.of(new FakeKind("genlayer"), new FakeKind("lean"), new FakeKind("other")));

    static List<Path> badFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("invalid-"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void badFileGivesTheLinesOfTheTable(Path file) throws IOException {
        assertThat(lines(file)).isNotEmpty().isEqualTo(table(file.getFileName().toString()));
    }

    @Test
    void tableNamesNoFileThatIsNotThere() throws IOException {
        List<String> names =
                badFiles().stream().map(file -> file.getFileName().toString()).toList();
        assertThat(Files.readAllLines(FOLDER.resolve("problems.txt")))
                .allSatisfy(line -> assertThat(names).contains(line.substring(0, line.indexOf(':'))));
    }

    private List<String> lines(Path file) {
        return switch (reader.read(file)) {
            case InventoryContents.Valid _ -> List.of();
            case InventoryContents.Broken(List<Problem> problems) ->
                problems.stream().map(Problem::toString).toList();
        };
    }

    private static List<String> table(String name) throws IOException {
        return Files.readAllLines(FOLDER.resolve("problems.txt")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .toList();
    }
}
