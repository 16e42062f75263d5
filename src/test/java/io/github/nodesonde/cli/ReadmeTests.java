package io.github.nodesonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.inventory.InventoryContents;
import io.github.nodesonde.inventory.InventoryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
