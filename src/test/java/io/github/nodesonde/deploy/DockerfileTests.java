package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.testing.InstalledProgram;
import io.github.nodesonde.testing.NpmPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the image's build file; there need not be a container engine. */
class DockerfileTests {

    private static final String LABEL = "org.opencontainers.image.";

    private final Dockerfile dockerfile = Dockerfile.shipped();

    DockerfileTests() throws IOException {}

    @Test
    void linterFindsNothing() throws IOException, InterruptedException {
        Path linter = NpmPackage.file("dockerfile-utils@0.16.3", ".bin/dockerfile-utils");

        InstalledProgram.assumed("node", "nodejs")
                .passes(List.of(linter.toString(), "lint"), List.of(Path.of("Dockerfile")));
    }

    @Test
    void lastStageIsNodeAndSoTheDefault() {
        assertThat(dockerfile.stages().getLast().name()).isEqualTo("node");
    }

    @Test
    void everyForeignImageIsPinned() {
        Set<String> own =
                dockerfile.stages().stream().map(Dockerfile.Stage::name).collect(Collectors.toSet());

        assertThat(dockerfile.stages().stream().map(Dockerfile.Stage::base).filter(base -> !own.contains(base)))
                .isNotEmpty()
                .allMatch(image -> image.matches("[a-z-]+:(\\d+\\.\\d+\\.\\d+).*"), "has a whole version in its tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "node-cli"})
    void imageRunsUnprivilegedByItsOwnCommand(String stage) {
        assertThat(dockerfile.instructions(stage).getLast().word()).isEqualTo("USER");
        assertThat(dockerfile.last(stage, "USER")).isEqualTo("65532:65532");
        assertThat(dockerfile.last(stage, "EXPOSE")).isEqualTo("8080 8008");
        assertThat(dockerfile.command(stage, "ENTRYPOINT"))
                .startsWith("java")
                .contains("-XX:AOTCache=/opt/nodesonde/nodesonde.aot")
                .endsWith("-jar", "/opt/nodesonde/nodesonde.jar");
        assertThat(dockerfile.command(stage, "HEALTHCHECK")).startsWith("java").endsWith("healthcheck");
    }

    /** Cache and run must see the same jar by the same path. */
    @Test
    void trainingUsesTheFilesThatTheEntryPointRuns() {
        assertThat(dockerfile.instructions("node").stream().map(Dockerfile.Instruction::rest))
                .anySatisfy(command -> assertThat(command)
                        .contains("-XX:AOTCacheOutput=/opt/nodesonde/nodesonde.aot")
                        .contains("-Dspring.context.exit=onRefresh")
                        .contains("-jar /opt/nodesonde/nodesonde.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "node-cli"})
    void imageSaysWhatItIs(String stage) {
        assertThat(dockerfile.last(stage, "LABEL"))
                .contains(Stream.of(
                                "title",
                                "description",
                                "source",
                                "url",
                                "documentation",
                                "licenses",
                                "version",
                                "revision")
                        .map(key -> LABEL + key + "=\"")
                        .toList());
    }

    @Test
    void nothingIsInstalledIntoTheImageThatOnlyItsHealthCheckWouldNeed() {
        assertThat(dockerfile.instructions("node"))
                .extracting(Dockerfile.Instruction::rest)
                .noneMatch(text -> text.matches("(?s).*\\b(curl|wget|apt-get)\\b.*"));
    }

    @Test
    void toolInTheImageIsTheOneThatIsTested() {
        assertThat(dockerfile.stage("cli").own())
                .extracting(Dockerfile.Instruction::rest)
                .anyMatch(command -> command.endsWith(" genlayer@0.38.14"));
    }
}
