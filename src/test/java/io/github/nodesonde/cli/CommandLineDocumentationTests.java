package io.github.nodesonde.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.documentation.GeneratedPart;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/configuration.md to the tables of the command line. */
class CommandLineDocumentationTests {

    private static final Path DOCUMENT = Path.of("docs/configuration.md");

    @Test
    void commandsAreDocumented() {
        new GeneratedPart(DOCUMENT, "commands")
                .isToSay(table(
                        "| command | does |",
                        Arrays.stream(Subcommand.values())
                                .map(command ->
                                        "| `%s` | %s |".formatted(command.usage(), cell(command.description())))));
    }

    @Test
    void flagsAreDocumented() {
        new GeneratedPart(DOCUMENT, "flags")
                .isToSay(table(
                        "| flag | variables | is, and in brackets what holds without |",
                        Flag.ALL.stream()
                                .map(flag -> "| `%s` | %s | %s |"
                                        .formatted(
                                                flag.usage(),
                                                flag.environment().stream()
                                                        .map(variable -> "`" + variable + "`")
                                                        .collect(joining(", ")),
                                                cell(flag.description())))));
    }

    @Test
    void exitCodesAreDocumented() {
        new GeneratedPart(DOCUMENT, "exit-codes")
                .isToSay(table(
                        "| exit code | means |",
                        Arrays.stream(ExitCode.values())
                                .map(code -> "| %d | %s |".formatted(code.number(), code.meaning()))));
        assertThat(HelpText.text())
                .contains(
                        Arrays.stream(ExitCode.values()).map(ExitCode::meaning).toList());
    }

    private static String table(String head, Stream<String> rows) {
        String rule = head.replaceAll("[^|]+", "---");
        return Stream.concat(Stream.of(head, rule), rows).collect(joining("\n"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
