package io.github.nodesonde.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that holds a password and nothing else. */
record PasswordFile(Path file) {

    private static final int MOST_BYTES = 8 << 10;

    /**
     * The password, without white space at its ends.
     *
     * @throws IOException when there is none; the message names the file, never what was found there
     */
    String read() throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException _) {
            throw failure("is not there");
        } catch (IOException _) {
            throw failure("cannot be read");
        }
        String password = new String(bytes, UTF_8).strip();
        if (password.isEmpty() || bytes.length > MOST_BYTES || password.chars().anyMatch(Character::isISOControl)) {
            throw failure("holds no password of one line");
        }
        return password;
    }

    private IOException failure(String what) {
        return new IOException("the file that nodesonde.history.password-file names, %s, %s".formatted(file, what));
    }
}
