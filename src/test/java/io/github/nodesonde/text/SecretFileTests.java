package io.github.nodesonde.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTests {

    private static final int MOST = 64 << 10;

    @TempDir
    private Path folder;

    @Test
    void secretIsWhatStandsBetweenWhiteSpaceAndIsReadAnew() throws IOException {
        SecretFile file = holding(" pässword of mine \r\n");
        assertThat(file.read()).isEqualTo("pässword of mine");

        holding("another");
        assertThat(file.read()).isEqualTo("another");
    }

    @Test
    void longestSecretIsTakenAndALongerOneIsNone() throws IOException {
        assertThat(holding("x".repeat(MOST)).read()).hasSize(MOST);

        assertFlaw(holding("x".repeat(MOST + 1)), SecretFile.Flaw.NO_SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "one\ntwo", "one\u0000", "a\r\nX-Evil: 1"})
    void whatIsNoSecretOfOneLineIsNeverQuoted(String content) throws IOException {
        assertFlaw(holding(content), SecretFile.Flaw.NO_SECRET);
    }

    @Test
    void missingFileIsToldApartFromOneThatCannotBeRead() {
        assertFlaw(new SecretFile(folder.resolve("absent")), SecretFile.Flaw.MISSING);
        assertFlaw(new SecretFile(folder), SecretFile.Flaw.UNREADABLE);
    }

    private SecretFile holding(String content) throws IOException {
        return new SecretFile(Files.writeString(folder.resolve("secret"), content));
    }

    private static void assertFlaw(SecretFile file, SecretFile.Flaw flaw) {
        assertThatExceptionOfType(SecretFile.Unusable.class)
                .isThrownBy(file::read)
                .withMessage(flaw.name())
                .satisfies(unusable -> assertThat(unusable.flaw()).isEqualTo(flaw));
    }
}
