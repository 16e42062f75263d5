package io.github.nodesonde.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nodesonde.node.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialAccessTests {

    @TempDir
    Path folder;

    @Test
    void bearerTokenIsReadAnewEachTime() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "one\n");
        var credentials = new Credentials(Optional.of(file), Optional.empty(), Map.of("X-Tenant", "acme"));

        assertThat(CredentialAccess.of(credentials).headers())
                .containsOnly(Map.entry("Authorization", "Bearer one"), Map.entry("X-Tenant", "acme"));
        Files.writeString(file, "two");
        assertThat(CredentialAccess.of(credentials).headers()).containsEntry("Authorization", "Bearer two");
    }

    @Test
    void secretIsNotShownWhereAccessIsPrinted() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "s3cret");
        var credentials = new Credentials(Optional.of(file), Optional.empty(), Map.of("X-Key", "s3cret"));

        assertThat(CredentialAccess.of(credentials)).asString().doesNotContain("s3cret");
    }

    @Test
    void userAndPasswordAreEncoded() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "pässword\n");
        var basic = new Credentials.Basic("ops", file);

        assertThat(CredentialAccess.of(new Credentials(Optional.empty(), Optional.of(basic), Map.of()))
                        .headers())
                .containsOnly(Map.entry("Authorization", "Basic b3BzOnDDpHNzd29yZA=="));
    }

    @Test
    void missingFileIsToldByItsKey() {
        var basic = new Credentials.Basic("ops", folder.resolve("absent"));

        assertThatThrownBy(() -> CredentialAccess.of(new Credentials(Optional.empty(), Optional.of(basic), Map.of())))
                .isInstanceOf(CredentialAccess.UnreadableSecret.class)
                .hasMessage("the file that password-file names cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "a\r\nX-Evil: 1"})
    void whatIsNoSecretIsNeitherSentNorQuoted(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), content);

        assertThatThrownBy(() -> CredentialAccess.of(new Credentials(Optional.of(file), Optional.empty(), Map.of())))
                .isInstanceOf(CredentialAccess.UnreadableSecret.class)
                .hasMessage("the file that bearer-token-file names holds no secret of one line");
    }
}
