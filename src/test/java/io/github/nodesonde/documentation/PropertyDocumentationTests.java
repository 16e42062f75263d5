package io.github.nodesonde.documentation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds docs/configuration.md to the metadata of our own properties, which the compiler makes from their Javadoc. */
class PropertyDocumentationTests {

    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

    private final List<JsonNode> properties = properties();

    @Test
    void propertiesAreDocumented() {
        new GeneratedPart(Path.of("docs/configuration.md"), "properties")
                .isToSay("| property | variable | takes | default | is |\n|---|---|---|---|---|\n"
                        + properties.stream()
                                .map(PropertyDocumentationTests::row)
                                .collect(joining("\n")));
    }

    @Test
    void everyPropertyIsDescribed() {
        assertThat(properties)
                .isNotEmpty()
                .allSatisfy(property -> assertThat(property.path("description").asString(""))
                        .as(property.path("name").asString())
                        .isNotBlank());
    }

    private static String row(JsonNode property) {
        String name = property.path("name").asString();
        String fallback = property.path("defaultValue").asString("");
        return "| `%s` | `%s` | %s | %s | %s |"
                .formatted(
                        name,
                        name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_'),
                        takes(property.path("type").asString()),
                        fallback.isEmpty() ? "" : "`" + fallback + "`",
                        property.path("description").asString("").replace("|", "\\|"));
    }

    private static String takes(String type) {
        return switch (type) {
            case "java.lang.String" -> "text";
            case "java.lang.Boolean" -> "true or false";
            case "java.lang.Integer", "java.lang.Long" -> "whole number";
            case "java.lang.Double" -> "number";
            case "java.time.Duration" -> "duration, `500ms` or `15s`";
            case "java.net.URI" -> "URL";
            case "java.nio.file.Path", "java.io.File" -> "path";
            default -> type.startsWith("java.util.") ? "list" : choices(type);
        };
    }

    private static String choices(String type) {
        try {
            Object[] constants = Class.forName(type.replaceAll("\\.([A-Z][^.]*)\\.", ".$1\\$"))
                    .getEnumConstants();
            assertThat(constants).as(type).isNotNull();
            return Arrays.stream(constants)
                    .map(constant -> "`"
                            + ((Enum<?>) constant)
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-') + "`")
                    .collect(joining(", "));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("there is no word yet for what a property of this type takes", e);
        }
    }

    private static List<JsonNode> properties() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(METADATA))
                    .path("properties")
                    .valueStream()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("the compiler left no metadata", e);
        }
    }
}
