package io.github.nodesonde.history;

import static io.github.nodesonde.health.Verdict.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A real PostgreSQL that asks for a password. */
@ExtendWith(OutputCaptureExtension.class)
class PostgresPasswordTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WRONG = "incorrect donkey";

    @TempDir
    Path folder;

    @Test
    void rightPasswordOpensAndIsNeverTold(CapturedOutput log) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), PostgresServer.PASSWORD + "\n");
        try (var running = RunningHistory.start(properties(file), Duration.ofSeconds(60))) {
            running.judge(Moment.of("n-0", UP, 0)).written();
        }
        assertThat(log).doesNotContain(PostgresServer.PASSWORD);
    }

    @Test
    void missingThenWrongThenRightPasswordIsTakenWithoutARestart(CapturedOutput log) throws Exception {
        Path file = folder.resolve("password");
        try (var running = RunningHistory.start(properties(file), Duration.ofSeconds(60))) {
            running.judge(Moment.of("n-0", UP, 0));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(log)
                            .contains(
                                    "the file that nodesonde.history.password-file names, " + file + ", is not there"));

            write(file, WRONG);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(log)
                            .contains("password authentication failed for user \"" + PostgresServer.GUARDED_USER));
            assertThat(running.database.isOpen()).isFalse();

            write(file, PostgresServer.PASSWORD);
            running.written();
        }
        assertThat(log)
                .contains("The history is written again")
                .doesNotContain(WRONG)
                .doesNotContain(PostgresServer.PASSWORD);
    }

    @Test
    void fileWithoutAPasswordOfOneLineIsToldAndNotShown(CapturedOutput log) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "first\nsecond");
        try (var _ = RunningHistory.start(properties(file), Duration.ofSeconds(60))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(log).contains(file + ", holds no password of one line"));
        }
        assertThat(log).doesNotContain("second");
    }

    /** Whole at once, as secrets are mounted. */
    private void write(Path file, String password) throws Exception {
        Files.move(Files.writeString(folder.resolve("new"), password), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static HistoryProperties properties(Path passwordFile) {
        return new HistoryProperties(
                true,
                Path.of("nowhere"),
                PostgresServer.url(PostgresServer.newDatabase(PostgresServer.GUARDED_USER)),
                PostgresServer.GUARDED_USER,
                passwordFile,
                Duration.ofDays(90),
                1_000_000,
                100_000);
    }
}
