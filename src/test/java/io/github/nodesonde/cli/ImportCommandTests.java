package io.github.nodesonde.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nodesonde.inventory.InventoryImport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void inventoryIsPrintedAndWhatIsLeftOutIsToldBeside() throws IOException {
        ExitCode code = run("""
                validators:
                  - { name: zeam_0, metricsPort: 9668, apiPort: 9667, enrFields: { ip: 10.0.0.1 } }
                """);

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("networks:\n")
                .contains("id: zeam-0");
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("left out: genesis-time: ");
    }

    @Test
    void fileThatIsNoneIsWrongUsage() throws IOException {
        assertThat(run("nodes: []")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no list called validators");
    }

    @Test
    void unknownProgramIsToldWithThoseThatAreKnown() {
        assertThatThrownBy(() -> command().run(new Command.Import("kurtosis", "a.yaml")))
                .isInstanceOf(UsageException.class)
                .hasMessage("there is no import of 'kurtosis', but of lean-quickstart");
    }

    @Test
    void everyImportHasANameOfItsOwn() {
        assertThat(KindScan.imports()).extracting(InventoryImport::name).containsExactly("lean-quickstart");
    }

    private ExitCode run(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("validator-config.yaml"), text);
        return command().run(new Command.Import("lean-quickstart", file.toString()));
    }

    private ImportCommand command() {
        return new ImportCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                KindScan.imports());
    }
}
