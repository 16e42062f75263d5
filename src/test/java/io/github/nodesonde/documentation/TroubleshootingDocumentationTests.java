package io.github.nodesonde.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.FleetRule;
import io.github.nodesonde.health.HealthRule;
import io.github.nodesonde.health.NetworkLens;
import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryReader;
import io.github.nodesonde.inventory.NodeKind;
import io.github.nodesonde.inventory.Problem;
import io.github.nodesonde.observation.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/troubleshooting.md to the rules, to the reasons and to what the inventory's reader says. */
class TroubleshootingDocumentationTests {

    private static final Path DOCUMENT = Path.of("docs/troubleshooting.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (.*?)$(.*?)(?=^## |\\z)");
    private static final Pattern ENTRY = Pattern.compile("(?ms)^### `([a-z-]+)`$(.*?)(?=^###? |\\z)");
    private static final Pattern INVENTORY = Pattern.compile("(?s)(```yaml\n(.*?)```\n\n```text\n)(.*?)(```)");

    /** Made by the judge itself: where a rule or a lens fails, and of what it counts by itself. */
    private static final List<String> OF_THE_JUDGE = List.of("internal", "version-mix");

    @Test
    void everyFindingIsExplained() {
        Stream<String> ofNodes = ProgramBeans.of(HealthRule.class).stream().map(HealthRule::rule);
        Stream<String> ofTheFleet = ProgramBeans.of(FleetRule.class).stream().map(FleetRule::rule);

        Stream<String> ofLenses = ProgramBeans.of(NetworkLens.class).stream().flatMap(lens -> lens.rules().stream());

        assertThat(entries("Findings"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ofNodes, ofLenses, ofTheFleet, OF_THE_JUDGE.stream())
                        .flatMap(rules -> rules)
                        .distinct()
                        .toList());
    }

    @Test
    void everyReasonIsExplained() {
        assertThat(entries("Reasons"))
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::label).toList());
    }

    @Test
    void brokenInventoriesAreToldAsWritten(@TempDir Path folder) {
        var part = new GeneratedPart(DOCUMENT, "broken-inventories");
        var reader = new InventoryReader(ProgramBeans.of(NodeKind.class));

        assertThat(INVENTORY.matcher(part.text()).results()).hasSize(10);
        part.isToSay(INVENTORY.matcher(part.text()).replaceAll(inventory -> {
            List<Problem> problems = problems(reader, folder, inventory.group(2));
            assertThat(problems).as(inventory.group(2)).hasSizeGreaterThan(1);
            return Matcher.quoteReplacement(inventory.group(1)
                    + problems.stream().map(problem -> problem + "\n").collect(Collectors.joining())
                    + inventory.group(4));
        }));
    }

    private static List<Problem> problems(InventoryReader reader, Path folder, String text) {
        try {
            return switch (reader.read(Files.writeString(folder.resolve("nodesonde.yaml"), text))) {
                case InventoryContents.Valid _ -> List.of();
                case InventoryContents.Broken(List<Problem> problems) -> problems;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names under a heading that have an explanation below them. */
    private static List<String> entries(String heading) {
        String section = results(SECTION, read())
                .filter(found -> found.group(1).equals(heading))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow();
        return results(ENTRY, section)
                .filter(entry -> entry.group(2).strip().lines().count() > 1)
                .map(entry -> entry.group(1))
                .toList();
    }

    private static Stream<MatchResult> results(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String read() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
