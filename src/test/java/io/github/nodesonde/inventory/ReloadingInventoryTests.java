package io.github.nodesonde.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.NodeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ReloadingInventoryTests {

    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    private final InventoryReader reader = new InventoryReader(List.of(new FakeKind("lean")));
    private Instant now = START;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeInventory() throws IOException {
        file = folder.resolve("nodesonde.yaml");
        write("lean-0");
    }

    @Test
    void brokenFileAtTheStartIsNoInventory() throws IOException {
        Files.writeString(file, "nodes:\n  - id: A\n");

        assertThatThrownBy(this::inventory)
                .isInstanceOfSatisfying(
                        UnusableInventoryException.class,
                        e -> assertThat(e.lines()).hasSize(2).allMatch(line -> line.startsWith("nodesonde.yaml:2:5 ")));
    }

    @Test
    void changeInPlaceIsPutInForce() throws IOException {
        ReloadingInventory inventory = inventory();
        now = START.plusSeconds(60);
        write("lean-0", "lean-1");

        inventory.reload();

        assertThat(ids(inventory)).containsExactly("lean-0", "lean-1");
        assertThat(inventory.state()).isEqualTo(new InventoryState(true, now, List.of()));
    }

    @Test
    void changeThatKeepsTimeAndSizeIsSeen() throws IOException {
        ReloadingInventory inventory = inventory();
        FileTime time = Files.getLastModifiedTime(file);
        write("lean-9");
        Files.setLastModifiedTime(file, time);

        inventory.reload();

        assertThat(ids(inventory)).containsExactly("lean-9");
    }

    @Test
    void renamedFileIsSeen() throws IOException {
        ReloadingInventory inventory = inventory();
        Path next = Files.writeString(folder.resolve("next"), text("lean-1"));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);

        inventory.reload();

        assertThat(ids(inventory)).containsExactly("lean-1");
    }

    @Test
    void swapOfASymlinkedFolderIsSeen() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..first"));
        Path second = Files.createDirectory(folder.resolve("..second"));
        Files.writeString(first.resolve("map.yaml"), text("lean-1"));
        Files.writeString(second.resolve("map.yaml"), text("lean-2"));
        Path data = Files.createSymbolicLink(folder.resolve("..data"), first);
        file = Files.createSymbolicLink(folder.resolve("map.yaml"), data.resolve("map.yaml"));
        ReloadingInventory inventory = inventory();
        Path swapped = Files.createSymbolicLink(folder.resolve("..data_tmp"), second);
        Files.move(swapped, data, StandardCopyOption.ATOMIC_MOVE);

        inventory.reload();

        assertThat(ids(inventory)).containsExactly("lean-2");
    }

    @Test
    void unchangedFileIsNotReadAgain() {
        ReloadingInventory inventory = inventory();
        Fleet before = inventory.now();

        inventory.reload();

        assertThat(inventory.now()).isSameAs(before);
    }

    @Test
    void unchangedNodeEqualsTheOneBefore() throws IOException {
        ReloadingInventory inventory = inventory();
        var before = inventory.now().nodes().get(new NodeId("lean-0"));
        write("lean-0", "lean-1");

        inventory.reload();

        assertThat(inventory.now().nodes().get(new NodeId("lean-0"))).isEqualTo(before);
    }

    @Test
    void brokenFileLeavesTheLastGoodOneInForceAndIsLoggedOnce(CapturedOutput output) throws IOException {
        ReloadingInventory inventory = inventory();
        now = START.plusSeconds(60);
        Files.writeString(file, "");

        inventory.reload();
        inventory.reload();

        String line = "nodesonde.yaml:1:1 found an empty file, expected a mapping with the keys networks and nodes:"
                + " write nodes: [] if there are none";
        assertThat(ids(inventory)).containsExactly("lean-0");
        assertThat(inventory.state()).isEqualTo(new InventoryState(false, START, List.of(line)));
        assertThat(output.getOut()).containsOnlyOnce(line);
    }

    @Test
    void fileThatVanishesLeavesTheLastGoodOneInForce() throws IOException {
        ReloadingInventory inventory = inventory();
        Files.delete(file);

        inventory.reload();

        assertThat(ids(inventory)).containsExactly("lean-0");
        assertThat(inventory.state().ok()).isFalse();
        assertThat(inventory.state().problems())
                .containsExactly("nodesonde.yaml:1:1 found no such file, expected an inventory file: correct the path,"
                        + " or put the file there");
    }

    @Test
    void goodFileAfterABrokenOneEndsTheComplaint() throws IOException {
        ReloadingInventory inventory = inventory();
        Files.writeString(file, "");
        inventory.reload();
        write("lean-0");

        inventory.reload();

        assertThat(inventory.state().ok()).isTrue();
        assertThat(inventory.state().problems()).isEmpty();
    }

    @Test
    void secretThatAppearsMendsAnUnchangedFile() throws IOException {
        ReloadingInventory inventory = inventory();
        Files.writeString(file, text("lean-1") + "    auth: { bearer-token-file: token }\n");
        inventory.reload();
        assertThat(inventory.state().ok()).isFalse();
        Files.writeString(folder.resolve("token"), "secret");

        inventory.reload();

        assertThat(inventory.state().ok()).isTrue();
        assertThat(ids(inventory)).containsExactly("lean-1");
    }

    @Test
    void pollerReloadsUntilItIsStopped() throws IOException {
        ReloadingInventory inventory = inventory();
        var poller = new InventoryPoller(inventory, Duration.ofMillis(10));
        poller.start();
        try {
            assertThat(poller.isRunning()).isTrue();
            write("lean-7");
            await().untilAsserted(() -> assertThat(ids(inventory)).containsExactly("lean-7"));
        } finally {
            poller.stop();
        }
        assertThat(poller.isRunning()).isFalse();
    }

    private ReloadingInventory inventory() {
        return new ReloadingInventory(file, reader, clock);
    }

    private void write(String... ids) throws IOException {
        Files.writeString(file, text(ids));
    }

    private static String text(String... ids) {
        var text = new StringBuilder("networks:\n  - { name: devnet-4, type: lean }\nnodes:\n");
        for (String id : ids) {
            text.append("  - id: " + id + "\n    network: devnet-4\n    url: http://10.0.0.7:8008\n");
        }
        return text.toString();
    }

    private static List<String> ids(Inventory inventory) {
        return inventory.now().nodes().keySet().stream().map(NodeId::value).toList();
    }
}
