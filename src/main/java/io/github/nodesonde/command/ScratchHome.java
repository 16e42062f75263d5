package io.github.nodesonde.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The home directory of one run, which nobody else may look into; gone when closed. */
record ScratchHome(Path path) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchHome.class);

    /** @param files content by path relative to the home */
    static ScratchHome with(Map<String, String> files) throws IOException {
        var home = new ScratchHome(Files.createTempDirectory(
                "nodesonde-home", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
        try {
            for (var file : files.entrySet()) {
                home.write(file.getKey(), file.getValue());
            }
            return home;
        } catch (IOException | RuntimeException e) {
            home.close();
            throw e;
        }
    }

    /** Never fails: what the command left may be unreadable to us, and what it said counts all the same. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Removal());
        } catch (IOException e) {
            LOG.atWarn()
                    .log(
                            "the home directory of a command cannot be removed: {}",
                            e.getClass().getSimpleName());
        }
    }

    private void write(String name, String content) throws IOException {
        Path file = path.resolve(name).normalize();
        if (!file.startsWith(path)) {
            throw new IllegalArgumentException(name + " leads out of the home directory");
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
