package io.github.nodesonde.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that holds a secret of one line and nothing else. */
public record SecretFile(Path path) {

    private static final int MOST_BYTES = 64 << 10;

    /**
     * The secret, without white space at its ends. The file is read at each call, so that a rotated secret counts at once; at
     * most 64 KiB of it are.
     *
     * @throws Unusable when there is none
     */
    public String read() throws Unusable {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new Unusable(Flaw.MISSING, e);
        } catch (IOException e) {
            throw new Unusable(Flaw.UNREADABLE, e);
        }
        String secret = new String(bytes, UTF_8).strip();
        if (secret.isEmpty() || bytes.length > MOST_BYTES || secret.chars().anyMatch(Character::isISOControl)) {
            throw new Unusable(Flaw.NO_SECRET, null);
        }
        return secret;
    }

    /** What is wrong with a file. */
    public enum Flaw {
        MISSING,
        UNREADABLE,
        /** It is empty, too long, or has several lines or characters that control something. */
        NO_SECRET
    }

    /** There is no secret in the file. It tells nothing of what was found there. */
    public static final class Unusable extends IOException {

        private static final long serialVersionUID = 1L;

        private final Flaw flaw;

        private Unusable(Flaw flaw, @Nullable IOException cause) {
            super(flaw.name(), cause);
            this.flaw = flaw;
        }

        public Flaw flaw() {
            return flaw;
        }
    }
}
