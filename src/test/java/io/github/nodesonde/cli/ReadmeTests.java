package io.github.nodesonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the README to the program it describes. */
class ReadmeTests {

    private static final Pattern FIRST_YAML = Pattern.compile("```yaml\n(networks:.*?)```", Pattern.DOTALL);

    private final String readme = read(Path.of("README.md"));

    @Test
    void firstInventoryIsValid(@TempDir Path folder) throws IOException {
        Matcher yaml = FIRST_YAML.matcher(readme);
        assertThat(yaml.find()).isTrue();
        Path file = Files.writeString(folder.resolve("nodesonde.yaml"), yaml.group(1));

        assertThat(new InventoryReader(KindScan.kinds()).read(file)).isInstanceOf(InventoryContents.Valid.class);
    }

    @Test
    void everyPropertyOfOursIsDescribed() throws IOException {
        try (InputStream in =
                Files.newInputStream(Path.of("target/classes/META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
                String name = property.path("name").asString();
                // What a flag sets is described as that flag.
                assertThat(readme).containsAnyOf(name, "`--" + name.substring(name.lastIndexOf('.') + 1) + " ");
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
