package io.github.nodesonde.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An inventory file as it was at one moment. Equal to another moment's when there is nothing new to read.
 *
 * @param bytes the contents; none when there is a flaw
 * @param flaw why it cannot be read, as a noun phrase; empty when it can
 */
record InventorySource(Path path, ByteBuffer bytes, String flaw) {

    /** Room for ten thousand nodes and more, and an end to what a wrong path may load. */
    static final int MOST_BYTES = 4 << 20;

    /** Never throws: what keeps the file from being read is its flaw. */
    static InventorySource load(Path path) {
        if (Files.isDirectory(path)) {
            return flawed(path, "a folder");
        }
        if (!Files.exists(path)) {
            return flawed(path, "no such file");
        }
        if (!Files.isRegularFile(path)) {
            return flawed(path, "no regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? flawed(path, "more than " + (MOST_BYTES >> 20) + " MiB")
                    : new InventorySource(path, ByteBuffer.wrap(bytes).asReadOnlyBuffer(), "");
        } catch (IOException _) {
            return flawed(path, "a file that cannot be read");
        }
    }

    private static InventorySource flawed(Path path, String flaw) {
        return new InventorySource(path, ByteBuffer.allocate(0), flaw);
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    Path folder() {
        return path.toAbsolutePath().resolveSibling("");
    }
}
