package io.github.nodesonde.inventory;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A text read as the path of a file. What is said of a flawed one never quotes it: the secret itself is written there by
 * mistake.
 */
sealed interface ReadableFile {

    record Valid(Path path) implements ReadableFile {}

    record Flawed(String found, String remedy) implements ReadableFile {}

    /** @param folder what a relative path begins at */
    static ReadableFile of(String text, Path folder) {
        Path file;
        try {
            file = folder.resolve(text);
        } catch (InvalidPathException _) {
            return new Flawed("what can be no path", "write the path of a file");
        }
        if (!Files.isRegularFile(file)) {
            return new Flawed("a path where no file is", "create the file, or correct the path");
        }
        if (!Files.isReadable(file)) {
            return new Flawed("a file that must not be read", "let the gateway's user read it");
        }
        return new Valid(file);
    }
}
