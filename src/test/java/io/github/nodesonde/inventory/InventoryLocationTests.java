package io.github.nodesonde.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryLocationTests {

    @TempDir
    Path folder;

    @Test
    void namedFileIsTakenThereOrNot() {
        assertThat(new InventoryLocation(List.of()).find("no/such/file.yaml")).isEqualTo(Path.of("no/such/file.yaml"));
    }

    @Test
    void firstUsualFileThatIsThereIsTaken() throws IOException {
        Path second = Files.createFile(folder.resolve("second.yaml"));
        Path third = Files.createFile(folder.resolve("third.yaml"));

        assertThat(new InventoryLocation(List.of(folder.resolve("first.yaml"), second, third)).find(""))
                .isEqualTo(second);
    }

    @Test
    void withoutAnyBothRemediesAreTold() {
        var location = new InventoryLocation(List.of(Path.of("no-such.yaml"), Path.of("/etc/no-such/no-such.yaml")));

        assertThatThrownBy(() -> location.find(""))
                .isInstanceOfSatisfying(
                        UnusableInventoryException.class,
                        e -> assertThat(e.lines())
                                .containsExactly(
                                        "there is no inventory: none is named, and neither ./no-such.yaml nor"
                                                + " /etc/no-such/no-such.yaml exists",
                                        "name one with --inventory FILE, or look around with --demo"));
    }

    @Test
    void pathThatIsNoneIsTold() {
        assertThatThrownBy(() -> new InventoryLocation(List.of()).find("a\0b"))
                .isInstanceOf(UnusableInventoryException.class)
                .hasMessage("the inventory's path is none: 'a\uFFFDb'");
    }
}
