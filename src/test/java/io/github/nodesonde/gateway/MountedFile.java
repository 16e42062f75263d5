package io.github.nodesonde.gateway;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as Kubernetes mounts one of a ConfigMap: a link through {@code ..data}, itself a link to a folder of its own for
 * each version, swapped at once.
 */
final class MountedFile {

    private final Path folder;
    private final String name;
    private int version;

    MountedFile(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** What a reader is given. */
    Path path() {
        return folder.resolve(name);
    }

    void write(String text) {
        try {
            Path contents = Files.createDirectory(folder.resolve("..version_" + version++));
            Files.writeString(contents.resolve(name), text);
            Path next = Files.createSymbolicLink(folder.resolve("..data_tmp"), contents.getFileName());
            Files.move(next, folder.resolve("..data"), ATOMIC_MOVE);
            if (!Files.isSymbolicLink(path())) {
                Files.createSymbolicLink(path(), Path.of("..data", name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
