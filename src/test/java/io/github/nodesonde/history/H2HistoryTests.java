package io.github.nodesonde.history;

import static io.github.nodesonde.health.Verdict.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.nodesonde.node.NodeId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded database, in a file. */
class H2HistoryTests extends SqlHistoryContract {

    private static final Paging FIRST = new Paging(0, 50);

    @TempDir
    Path folder;

    @Override
    HistoryProperties properties() {
        return properties(folder.resolve("data"));
    }

    @Test
    void folderThatCannotBeMadeStopsNobodyAndIsTriedAgain() throws Exception {
        Path home = folder.resolve("taken");
        Files.writeString(home, "a file where the folder should be");
        try (var running = RunningHistory.start(properties(home), Duration.ofSeconds(60))) {
            running.judge(Moment.of("n-0", UP, 0));
            assertThatExceptionOfType(HistoryUnavailableException.class)
                    .isThrownBy(() -> running.history.incidents(
                            new IncidentFilter(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    new Period(Optional.empty(), Optional.empty())),
                            FIRST))
                    .withMessageContaining("nodesonde.history");

            Files.delete(home);

            running.written();
            assertThat(running.history
                            .changes(new NodeId("n-0"), new Period(Optional.empty(), Optional.empty()), FIRST)
                            .total())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "größer 雪", "a:b", "~", "100%25#?&=!'\"{}", "file:x", ".hidden"})
    void folderOfAnOddNameIsTakenAsItIs(String name) throws Exception {
        Path home = folder.resolve(name);
        try (var running = RunningHistory.start(properties(home), Duration.ofSeconds(60))) {
            running.judge(Moment.of("n-0", UP, 0)).written();
        }
        assertThat(home.resolve("history.mv.db")).isNotEmptyFile();
        try (Stream<Path> others = Files.list(folder)) {
            assertThat(others).containsExactly(home);
        }
    }

    private static HistoryProperties properties(Path home) {
        return new HistoryProperties(true, home, null, null, null, Duration.ofDays(90), 1_000_000, 100_000);
    }
}
