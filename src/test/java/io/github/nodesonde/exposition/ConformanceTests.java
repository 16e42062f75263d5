package io.github.nodesonde.exposition;

import static io.github.nodesonde.exposition.TextFormat.OPENMETRICS_1_0_0;
import static io.github.nodesonde.exposition.TextFormat.PROMETHEUS_0_0_4;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConformanceTests {

    @ParameterizedTest
    @EnumSource(Corpus.class)
    void whatIsWrittenIsReadBackUnchangedInBothFormats(Corpus corpus) {
        Page page = corpus.page();

        if (corpus.format() == PROMETHEUS_0_0_4) {
            assertThat(again(page, PROMETHEUS_0_0_4).families()).isEqualTo(page.families());
        }
        Page plain = again(page, PROMETHEUS_0_0_4);
        Page open = again(page, OPENMETRICS_1_0_0);
        assertThat(again(plain, PROMETHEUS_0_0_4)).isEqualTo(plain);
        assertThat(again(open, OPENMETRICS_1_0_0)).isEqualTo(open);
    }

    @ParameterizedTest
    @EnumSource(Corpus.class)
    void everySeriesSurvivesBothFormatsButForCreationTimes(Corpus corpus) {
        Page page = corpus.page();

        assertThat(series(again(page, PROMETHEUS_0_0_4))).isEqualTo(series(page));
        Map<Series, Double> open = series(again(page, OPENMETRICS_1_0_0));
        assertThat(series(page)).containsAllEntriesOf(open);
        assertThat(series(page).keySet().stream().filter(series -> !open.containsKey(series)))
                .allMatch(series -> series.name().endsWith("_created"));
    }

    @ParameterizedTest
    @EnumSource(Corpus.class)
    void pageReadAgainSharesItsShape(Corpus corpus) throws UnreadablePage {
        Page page = corpus.page();

        Page next = PageReader.read(corpus.bytes(), corpus.format().contentType(), Optional.of(page));

        assertThat(next.shape()).isSameAs(page.shape());
        assertThat(next).isEqualTo(page);
    }

    @Test
    void badLinesCostNothingButThemselves() {
        Page page = Corpus.BAD.page();

        assertThat(page.families().keySet()).containsExactly("h", "good_one", "good_two");
        assertThat(page.leftOut())
                .isEqualTo(Map.of(LeftOut.UNREADABLE, 9, LeftOut.MISFIT, 3, LeftOut.CONTRADICTION, 1));
    }

    /** Promtool ends with 3 where it dislikes a name, which is the node's to choose, and with 1 where it cannot read. */
    @ParameterizedTest
    @EnumSource(Corpus.class)
    void promtoolReadsWhatIsWritten(Corpus corpus, @TempDir Path directory) throws IOException, InterruptedException {
        Path promtool = Path.of("/usr/bin/promtool");
        assumeTrue(Files.isExecutable(promtool), "promtool is not installed");
        Path text = Files.writeString(directory.resolve("page"), Pages.write(corpus.page(), PROMETHEUS_0_0_4));
        Path told = directory.resolve("told");

        int exit = new ProcessBuilder(List.of(promtool.toString(), "check", "metrics"))
                .redirectInput(text.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start()
                .waitFor();

        assertThat(exit).as(Files.readString(told)).isIn(0, 3);
    }

    private static Page again(Page page, TextFormat format) {
        return Pages.read(Pages.write(page, format), format);
    }

    private static Map<Series, Double> series(Page page) {
        return page.families().values().stream()
                .flatMap(family -> family.samples().stream())
                .collect(toMap(Series::of, Sample::value, (one, _) -> one, TreeMap::new));
    }
}
