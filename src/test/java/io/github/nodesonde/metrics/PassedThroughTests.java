package io.github.nodesonde.metrics;

import static io.github.nodesonde.metrics.SampleJudgements.answered;
import static io.github.nodesonde.metrics.SampleJudgements.judged;
import static io.github.nodesonde.metrics.SampleJudgements.node;
import static io.github.nodesonde.metrics.SampleJudgements.round;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.exposition.TextFormat;
import io.github.nodesonde.exposition.UnreadablePage;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import io.github.nodesonde.node.Node;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassedThroughTests {

    private static final Node A = node("a", Map.of());
    private static final Node B = node("b", Map.of());

    @Test
    void everythingPassesWithinTheLimits() {
        PassedThrough passedThrough = limited(3, 6);
        Judgements now = show(passedThrough, of(A, "x 1\ny 2\nz 3\n"), of(B, "x 4\n"));

        assertThat(lines(passedThrough, now, A)).containsExactly("x 1", "y 2", "z 3");
        assertThat(told(passedThrough, now, A)).containsExactly(Map.entry("nodesonde_passthrough_series", 3.0));
        assertThat(told(passedThrough, now, B)).containsExactly(Map.entry("nodesonde_passthrough_series", 1.0));
    }

    @Test
    void beyondTheLimitOfANodeTheFirstPassAndTheRestIsCounted() {
        PassedThrough passedThrough = limited(3, 100);
        Judgements now = show(passedThrough, of(A, "a 1\nb 2\nc 3\nd 4\ne 5\n"), of(B, "x 4\n"));

        assertThat(lines(passedThrough, now, A)).containsExactly("a 1", "b 2", "c 3");
        assertThat(told(passedThrough, now, A))
                .containsEntry("nodesonde_passthrough_series", 3.0)
                .containsEntry("nodesonde_passthrough_left_out_series{reason=node-limit}", 2.0);
        assertThat(lines(passedThrough, now, B)).containsExactly("x 4");
    }

    @Test
    void whileOnlyValuesChangeWhatIsLeftOutIsStillTold() {
        PassedThrough passedThrough = limited(3, 100);
        show(passedThrough, of(A, "a 1\na 1\n???\nb 2\n"));

        Judgements now = show(passedThrough, of(A, "a 3\na 3\n???\nb 4\n"));

        assertThat(lines(passedThrough, now, A)).containsExactly("a 3", "b 4");
        assertThat(told(passedThrough, now, A))
                .containsOnly(
                        Map.entry("nodesonde_passthrough_series", 2.0),
                        Map.entry("nodesonde_passthrough_left_out_series{reason=duplicate}", 1.0),
                        Map.entry("nodesonde_passthrough_left_out_series{reason=unreadable}", 1.0));
    }

    @Test
    void whatIsCutStaysCutWhileOnlyValuesChange() {
        PassedThrough passedThrough = limited(3, 100);
        show(passedThrough, of(A, "a{x=\"1\"} 1\n"));
        Judgements cut = show(passedThrough, of(A, "a{x=\"1\"} 2\nb 1\nc 1\nd 1\n"));
        Judgements again = show(passedThrough, of(A, "a{x=\"1\"} 3\nb 1\nc 1\nd 1\n"));

        assertThat(lines(passedThrough, cut, A)).hasSize(3);
        assertThat(lines(passedThrough, again, A)).hasSize(3).contains("a{x=\"1\"} 3");
        assertThat(told(passedThrough, again, A))
                .containsEntry("nodesonde_passthrough_left_out_series{reason=node-limit}", 1.0);
    }

    @Test
    void seriesThatWereThereStayAndNewOnesAreCut() {
        PassedThrough passedThrough = limited(3, 100);
        show(passedThrough, of(A, "m{i=\"7\"} 1\nm{i=\"8\"} 1\n"));

        Judgements now = show(passedThrough, of(A, "m{i=\"1\"} 2\nm{i=\"2\"} 2\nm{i=\"7\"} 2\nm{i=\"8\"} 2\n"));

        assertThat(lines(passedThrough, now, A)).containsExactly("m{i=\"1\"} 2", "m{i=\"7\"} 2", "m{i=\"8\"} 2");
    }

    @Test
    void beyondTheLimitOfAllNodesWhatWasThereStaysWhoeverPrintedIt() {
        PassedThrough passedThrough = limited(100, 4);
        show(passedThrough, of(A, "x 1\n"), of(B, "x 1\ny 1\n"));

        Judgements now = show(passedThrough, of(A, "v 2\nw 2\nx 2\n"), of(B, "w 2\nx 2\ny 2\n"));

        assertThat(lines(passedThrough, now, A)).containsExactly("v 2", "x 2");
        assertThat(lines(passedThrough, now, B)).containsExactly("x 2", "y 2");
        assertThat(told(passedThrough, now, A))
                .containsEntry("nodesonde_passthrough_left_out_series{reason=page-limit}", 1.0);
        assertThat(told(passedThrough, now, B))
                .containsEntry("nodesonde_passthrough_left_out_series{reason=page-limit}", 1.0);
    }

    @Test
    void nodeThatGoesLeavesItsRoomToTheOthers() {
        PassedThrough passedThrough = limited(100, 3);
        show(passedThrough, of(A, "x 1\ny 1\n"), of(B, "v 1\nw 1\n"));

        Judgements now = show(passedThrough, of(B, "v 2\nw 2\n"));

        assertThat(lines(passedThrough, now, B)).containsExactly("v 2", "w 2");
    }

    @Test
    void labelSetsThatChangeEachRoundStayWithinTheLimit() {
        PassedThrough passedThrough = limited(50, 100);
        for (int round = 0; round < 5; round++) {
            int salt = round;
            String page = IntStream.range(0, 5_000)
                    .mapToObj(i -> "m{i=\"" + salt + "-" + i + "\"} 1\n")
                    .collect(joining());
            Judgements now = show(passedThrough, of(A, "stays 1\n" + page));

            assertThat(lines(passedThrough, now, A)).hasSize(50).contains("stays 1");
            assertThat(told(passedThrough, now, A))
                    .containsEntry("nodesonde_passthrough_left_out_series{reason=node-limit}", 4_951.0);
        }
    }

    @Test
    void labelBombsAreDefusedAndCounted() {
        var properties = new PassthroughProperties(List.of(), List.of(), 100, 100, 2, 4);
        PassedThrough passedThrough = SampleJudgements.passedThrough(properties, new OwnSignals());
        Judgements now = show(passedThrough, of(A, """
                few{a="1",b="2"} 1
                many{a="1",b="2",c="3"} 1
                long{a="12345"} 1
                long{a="12346"} 2
                half{a="123\uD83D\uDE00"} 1
                """));

        assertThat(lines(passedThrough, now, A))
                .containsExactlyInAnyOrder("few{a=\"1\",b=\"2\"} 1", "long{a=\"1234\"} 1", "half{a=\"123\"} 1");
        assertThat(told(passedThrough, now, A))
                .containsEntry("nodesonde_passthrough_left_out_series{reason=too-many-labels}", 1.0)
                .containsEntry("nodesonde_passthrough_left_out_series{reason=duplicate}", 1.0)
                .containsEntry("nodesonde_passthrough_cut_label_values", 3.0);
    }

    @Test
    void whatTheReaderCouldNotUseIsCounted() {
        PassedThrough passedThrough = limited(10, 10);
        Judgements now = show(passedThrough, of(A, "x 1\nx 2\nnonsense\n"));

        assertThat(told(passedThrough, now, A).entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("nodesonde_passthrough_left_out_series"))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                | ''               | go_threads,lean_slot,lean_time_seconds
            lean_.*           | ''               | lean_slot,lean_time_seconds
            lean_.*, go_.*    | .*_seconds       | go_threads,lean_slot
            ''                | .*               | ''
            lean              | ''               | ''
            """)
    void operatorSaysWhichNamesPass(String include, String exclude, String names) {
        var properties = new PassthroughProperties(listed(include), listed(exclude), 100, 100, 64, 1024);
        PassedThrough passedThrough = SampleJudgements.passedThrough(properties, new OwnSignals());
        Judgements now = show(passedThrough, of(A, """
                go_threads 1
                lean_slot 2
                # TYPE lean_time_seconds histogram
                lean_time_seconds_bucket{le="+Inf"} 1
                lean_time_seconds_sum 1
                lean_time_seconds_count 1
                """));

        assertThat(passedThrough
                        .of(judgement(now, A))
                        .flatMap(page -> page.only(passedThrough::passes).families().keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(listed(names));
        assertThat(told(passedThrough, now, A).keySet()).noneMatch(name -> name.contains("left_out"));
    }

    @Test
    void patternThatIsNoneIsToldWithTheRemedy() {
        assertThatThrownBy(() -> new PassthroughProperties(List.of("go_(.*"), List.of(), 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nodesonde.passthrough.include: 'go_(.*' is no pattern (missing closing ));"
                        + " expected RE2 syntax over the whole metric name, such as go_.*");
    }

    @Test
    void patternThatOthersTakeLongForTakesNoTime() {
        var properties = new PassthroughProperties(List.of(), List.of("(a+)+b"), 100, 100, 64, 1024);
        PassedThrough passedThrough = SampleJudgements.passedThrough(properties, new OwnSignals());
        String name = "a".repeat(1_000);

        Judgements now = show(passedThrough, of(A, name + " 1\n"));

        assertThat(lines(passedThrough, now, A)).containsExactly(name + " 1");
    }

    private static PassedThrough limited(int mostOfNode, int mostOfAll) {
        return SampleJudgements.passedThrough(
                new PassthroughProperties(List.of(), List.of(), mostOfNode, mostOfAll, 64, 1024), new OwnSignals());
    }

    private static Judgements show(PassedThrough passedThrough, NodeJudgement... nodes) {
        var judgements = new SampleJudgements();
        for (NodeJudgement node : nodes) {
            judgements.with(node);
        }
        Judgements now = judgements.build();
        passedThrough.retain(now.nodes().keySet());
        passedThrough.follow(now.nodes().values());
        return now;
    }

    private static NodeJudgement judgement(Judgements now, Node node) {
        return Objects.requireNonNull(now.nodes().get(node.id()));
    }

    private static NodeJudgement of(Node node, String page) {
        try {
            var read = PageReader.read(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)), "text/plain");
            return judged(node, Verdict.UP, List.of(), round(Map.of("metrics", answered(List.of(), read))));
        } catch (UnreadablePage e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The samples handed on, in the order of the names. */
    private static List<String> lines(PassedThrough passedThrough, Judgements now, Node node) {
        var lines = new ArrayList<String>();
        passedThrough.of(judgement(now, node)).forEach(page -> {
            var text = new ByteArrayOutputStream();
            try {
                TextFormat.PROMETHEUS_0_0_4.write(MergedPage.of(page), text);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            text.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(lines::add);
        });
        return lines;
    }

    private static Map<String, Double> told(PassedThrough passedThrough, Judgements now, Node node) {
        var told = new TreeMap<String, Double>();
        Points.of(judgement(now, node), passedThrough).stream()
                .filter(point -> point.series().signal().name().startsWith("nodesonde_passthrough_"))
                .forEach(point -> told.put(
                        point.series().signal().name()
                                + (point.series().labels().isEmpty()
                                        ? ""
                                        : point.series().labels()),
                        point.value()));
        return told;
    }

    private static List<String> listed(String texts) {
        return texts.isEmpty() ? List.of() : List.of(texts.split(", *", -1));
    }
}
