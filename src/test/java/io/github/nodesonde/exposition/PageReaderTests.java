package io.github.nodesonde.exposition;

import static io.github.nodesonde.exposition.Family.Type.COUNTER;
import static io.github.nodesonde.exposition.Family.Type.GAUGE;
import static io.github.nodesonde.exposition.Family.Type.HISTOGRAM;
import static io.github.nodesonde.exposition.Family.Type.INFO;
import static io.github.nodesonde.exposition.Family.Type.STATESET;
import static io.github.nodesonde.exposition.Family.Type.SUMMARY;
import static io.github.nodesonde.exposition.Family.Type.UNTYPED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTests {

    private static final String OPENMETRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-1.5, -1.5",
        "+3, 3",
        "1.7952896883485923e+09, 1.7952896883485923E9",
        "1E3, 1000",
        ".5, 0.5",
        "NaN, NaN",
        "nan, NaN",
        "+Inf, Infinity",
        "Inf, Infinity",
        "-inf, -Infinity",
        "1e999, Infinity"
    })
    void valuesAreReadAsPrometheusReadsThem(String text, double value) throws UnreadablePage {
        assertThat(read("x " + text + "\n").samples("x")).containsExactly(new Sample("x", Labels.NONE, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "x ",
                "x 1d",
                "x 0x1p3",
                "x 1_000",
                "x e5",
                "x 1e",
                "x 1e+",
                "x .",
                "x -",
                "x 1-2",
                "x 1.2.3",
                "x 1,5",
                "x 1 soon",
                "x 1 2 3",
                "x1.5",
                "1x 1",
                "x{a=\"b\" 1",
                "x{a=\"b} 1",
                "x{a=b} 1",
                "x{a=\"b\" c=\"d\"} 1",
                "x{a=\"b\",a=\"c\"} 1",
                "x{a:b=\"c\"} 1",
                "x{=\"c\"} 1",
                "x{,} 1",
                "x{__name__=\"nodesonde_node_up\"} 1",
                "{\"x\",\"y\"} 1",
                "{a=\"x\"} 1",
                "# TYPE x soon",
                "# TYPE 1x gauge",
                "# HELP 1x gauge"
            })
    void lineThatMakesNoSenseCostsThatLineAlone(String line) throws UnreadablePage {
        Page page = read("before 1\n" + line + "\nafter 2\n");

        assertThat(page.families().keySet()).containsExactlyInAnyOrder("before", "after");
        assertThat(page.dropped()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x{a=\"b\"} 1",
                "x{a=\"b\",} 1",
                "x {a=\"b\"} 1",
                "x\t{ a = \"b\" , }\t1",
                "x{a=\"b\"}1",
                "x{a=\"b\"} 1 1395066363000",
                "x{a=\"b\"} 1 1395066363.5 # {trace_id=\"1\"} 0.5 1",
                "x{a=\"b\"} 1 # {trace_id=\"1\"} 0.5",
                "x{a=\"b\",empty=\"\"} 1"
            })
    void blanksTimestampsAndExemplarsDoNotMatter(String line) throws UnreadablePage {
        Page page = read(line + "\n");

        assertThat(page.samples("x")).containsExactly(new Sample("x", Labels.of("a", "b"), 1));
        assertThat(page.dropped()).isZero();
    }

    @Test
    void escapesOfLabelValuesAndHelpAreUndone() throws UnreadablePage {
        Page page = read("""
                # HELP x a \\\\ b \\n c \\" d
                # TYPE x gauge
                x{path="C:\\\\a\\"b\\n\\c",other="ä}=,"} 1
                """);

        assertThat(family(page, "x").help()).isEqualTo("a \\ b \n c \\\" d");
        assertThat(page.samples("x").getFirst().labels())
                .isEqualTo(Labels.of(Map.of("path", "C:\\a\"b\n\\c", "other", "ä}=,")));
    }

    @Test
    void quotesInHelpAreEscapedInOpenMetrics() throws UnreadablePage {
        Page page = openMetrics("# TYPE x gauge\n# HELP x say \\\"a\\\"\nx 1\n# EOF\n");

        assertThat(family(page, "x").help()).isEqualTo("say \"a\"");
    }

    @Test
    void lineMayEndWithCarriageReturnAndTheLastWithoutAnything() throws UnreadablePage {
        Page page = read("\uFEFF# TYPE x counter\r\nx 1\r\n\r\ny 2");

        assertThat(family(page, "x").type()).isEqualTo(COUNTER);
        assertThat(page.value("y")).hasValue(2);
        assertThat(page.dropped()).isZero();
    }

    @Test
    void samplesWithoutTypeAreUntyped() throws UnreadablePage {
        Page page = read("# HELP a what it is\na 1\nh_bucket{le=\"1\"} 1\nh_count 1\n");

        assertThat(types(page)).isEqualTo(Map.of("a", UNTYPED, "h_bucket", UNTYPED, "h_count", UNTYPED));
        assertThat(family(page, "a").help()).isEqualTo("what it is");
    }

    @Test
    void typeThatComesLateOrAloneHoldsForTheWholeFamily() throws UnreadablePage {
        Page page = read("""
                h_bucket{le="+Inf"} 3
                x 1
                # TYPE x counter
                # TYPE h histogram
                h_sum 4
                x{a="b"} 2
                # HELP h late
                h_count 3
                # TYPE announced counter
                """);

        assertThat(types(page)).isEqualTo(Map.of("x", COUNTER, "h", HISTOGRAM, "announced", COUNTER));
        assertThat(family(page, "x").samples()).hasSize(2);
        assertThat(family(page, "h").samples()).hasSize(3);
        assertThat(family(page, "h").help()).isEqualTo("late");
        assertThat(family(page, "announced").samples()).isEmpty();
    }

    @Test
    void firstOfTwoTypesStands() throws UnreadablePage {
        Page page = read("# TYPE x counter\nx 1\n# TYPE x gauge\ny 1\n# TYPE x counter\n");

        assertThat(family(page, "x").type()).isEqualTo(COUNTER);
        assertThat(page.dropped()).isEqualTo(1);
    }

    @Test
    void secondOfTwoEqualSeriesIsDroppedAndCounted() throws UnreadablePage {
        Page page = read("x{a=\"1\",b=\"2\"} 1\nx{b=\"2\",a=\"1\"} 7\nx{a=\"1\"} 3\nx{a=\"1\",b=\"\"} 4\n");

        assertThat(page.samples("x")).extracting(Sample::value).containsExactly(1.0, 3.0);
        assertThat(page.dropped()).isEqualTo(2);
    }

    @Test
    void histogramWithForeignSuffixesSurvivesAsFamiliesOfItsOwn() throws UnreadablePage {
        Page page = read("""
                # TYPE h histogram
                h_bucket_total{le="1"} 1
                h_sum_total 2
                h_count_total 1
                """);

        assertThat(types(page))
                .isEqualTo(Map.of(
                        "h", HISTOGRAM, "h_bucket_total", UNTYPED, "h_sum_total", UNTYPED, "h_count_total", UNTYPED));
        assertThat(page.dropped()).isZero();
    }

    @Test
    void sampleThatIsNoPartOfItsHistogramOrSummaryIsDropped() throws UnreadablePage {
        Page page = read("""
                # TYPE h histogram
                h 1
                h_bucket 2
                h_bucket{le="low"} 2
                h_bucket{le="+Inf"} 2
                # TYPE s summary
                s 1
                s{quantile="0.5"} 1
                s_count 4
                """);

        assertThat(family(page, "h").samples()).hasSize(1);
        assertThat(family(page, "s").samples()).extracting(Sample::name).containsExactly("s", "s_count");
        assertThat(page.dropped()).isEqualTo(4);
    }

    @Test
    void gaugesWithNamesOfOtherTypesStayWhatTheyAre() throws UnreadablePage {
        Page page = read("""
                # TYPE lean_validators_count gauge
                lean_validators_count 9
                # TYPE transactions_total gauge
                transactions_total 4
                # TYPE lean_node_info gauge
                lean_node_info{name="a",version="1"} 1
                # TYPE lean_reorgs_total counter
                lean_reorgs_total 1
                # TYPE lean_reorgs_created gauge
                lean_reorgs_created 1.7e+09
                # TYPE plain counter
                plain 5
                """);

        assertThat(types(page))
                .isEqualTo(Map.of(
                        "lean_validators_count", GAUGE,
                        "transactions_total", GAUGE,
                        "lean_node_info", GAUGE,
                        "lean_reorgs_total", COUNTER,
                        "lean_reorgs_created", GAUGE,
                        "plain", COUNTER));
        assertThat(page.value("lean_validators_count")).hasValue(9);
    }

    @Test
    void sampleGoesToTheFamilyOfItsVeryNameFirst() throws UnreadablePage {
        Page page = read("""
                # TYPE x histogram
                x_bucket{le="+Inf"} 1
                # TYPE x_count gauge
                x_count 7
                """);

        assertThat(family(page, "x_count").samples()).hasSize(1);
        assertThat(page.value("x_count")).hasValue(7);
    }

    @Test
    void openMetricsFamiliesAreNamedAsInTheOtherFormat() throws UnreadablePage {
        Page page = openMetrics("""
                # HELP c counts
                # TYPE c counter
                # UNIT c bytes
                c_total{a="b"} 5 1700000000 # {trace_id="x"} 1
                c_created{a="b"} 1700000000.1
                # TYPE build info
                build_info{version="1"} 1
                # TYPE state stateset
                state{state="on"} 1
                # TYPE h histogram
                h_bucket{le="+Inf"} 1
                h_count 1
                h_sum 2
                h_created 1
                # TYPE s summary
                s{quantile="0.5"} 1
                s_created 1
                # TYPE u unknown
                u 1
                # EOF
                after 1
                """);

        assertThat(types(page))
                .isEqualTo(Map.of(
                        "c_total", COUNTER,
                        "build_info", INFO,
                        "state", STATESET,
                        "h", HISTOGRAM,
                        "s", SUMMARY,
                        "u", UNTYPED));
        assertThat(family(page, "c_total").help()).isEqualTo("counts");
        assertThat(page.value("c_total")).hasValue(5);
        assertThat(page.leftOut()).isEqualTo(Map.of(LeftOut.CREATION_TIME, 3));
    }

    @Test
    void gaugeAndCounterAnnouncedByOneNameAreKeptApart() throws UnreadablePage {
        Page page = openMetrics("""
                # HELP go_memstats_alloc_bytes in use
                # TYPE go_memstats_alloc_bytes gauge
                go_memstats_alloc_bytes 1
                # HELP go_memstats_alloc_bytes ever
                # TYPE go_memstats_alloc_bytes counter
                go_memstats_alloc_bytes_total 2
                # EOF
                """);

        assertThat(types(page))
                .isEqualTo(Map.of("go_memstats_alloc_bytes", GAUGE, "go_memstats_alloc_bytes_total", COUNTER));
        assertThat(family(page, "go_memstats_alloc_bytes_total").help()).isEqualTo("ever");
    }

    @Test
    void lastLineOfOpenMetricsThatLacksItsEndIsDropped() throws UnreadablePage {
        Page page = openMetrics("# TYPE x gauge\nx 1\ny 12");

        assertThat(page.value("x")).hasValue(1);
        assertThat(page.value("y")).isEmpty();
        assertThat(page.dropped()).isEqualTo(1);
    }

    @Test
    void lineThatIsNoUtf8IsDropped() throws UnreadablePage {
        byte[] body = "x 1\ny{a=\"\u00ff\"} 1\nz 1\n".getBytes(StandardCharsets.ISO_8859_1);

        Page page = PageReader.read(new ByteArrayInputStream(body), "");

        assertThat(page.families().keySet()).containsExactly("x", "z");
        assertThat(page.dropped()).isEqualTo(1);
    }

    @Test
    void replacementCharacterThatTheNodeSentIsText() throws UnreadablePage {
        assertThat(read("x{a=\"\uFFFD\"} 1\n").samples("x").getFirst().labels()).isEqualTo(Labels.of("a", "\uFFFD"));
    }

    @Test
    void seriesWhoseHashesCollideAreToldApartByTheirOrder() {
        var one = new Series("x", Labels.of("a", "Aa"));
        var other = new Series("x", Labels.of("a", "BB"));
        var longer = new Series("x", Labels.of(Map.of("a", "Aa", "b", "c")));

        assertThat(one).hasSameHashCodeAs(other).isLessThan(other).isLessThan(longer);
        assertThat(other).isGreaterThan(one);
        assertThat(longer).isGreaterThan(one);
        assertThat(one).isEqualByComparingTo(new Series("x", Labels.of("a", "Aa")));
        assertThat(one).isLessThan(new Series("y", Labels.NONE));
    }

    @Test
    void whatIsLeftOutIsCountedByItsReason() throws UnreadablePage {
        String labels = IntStream.rangeClosed(0, PageReader.MAX_LABELS)
                .mapToObj(i -> "l" + i + "=\"v\"")
                .collect(Collectors.joining(","));
        Page page = read("a 1\na 2\n???\nb{" + labels + "} 1\nc{l=\"" + "x".repeat(PageReader.MAX_LINE)
                + "\"} 1\n# TYPE h histogram\nh_bucket 1\n# TYPE h gauge\nd 1\n");

        assertThat(page.leftOut())
                .isEqualTo(Map.of(
                        LeftOut.DUPLICATE, 1,
                        LeftOut.UNREADABLE, 1,
                        LeftOut.TOO_MANY_LABELS, 1,
                        LeftOut.LINE_TOO_LONG, 1,
                        LeftOut.MISFIT, 1,
                        LeftOut.CONTRADICTION, 1));
        assertThat(page.size()).isEqualTo(2);
    }

    @Test
    void seriesBeyondTheCapAreLeftOut() throws UnreadablePage {
        var text = new StringBuilder();
        for (int i = 0; i < PageReader.MAX_SERIES + 3; i++) {
            text.append("x{i=\"").append(i).append("\"} 1\n");
        }
        Page page = read(text.toString());

        assertThat(page.size()).isEqualTo(PageReader.MAX_SERIES);
        assertThat(page.leftOut()).isEqualTo(Map.of(LeftOut.TOO_MANY_SERIES, 3));
    }

    @Test
    void namesThatNeedQuotesAreEscaped() throws UnreadablePage {
        Page page = read("""
                # TYPE "my.name" gauge
                {"my.name","my.label"="a",b="c"} 1
                {"plain"} 2
                plain{"q.x"="1"} 3
                """);

        assertThat(types(page)).isEqualTo(Map.of("U__my_2e_name", GAUGE, "plain", UNTYPED));
        assertThat(page.samples("U__my_2e_name"))
                .containsExactly(new Sample("U__my_2e_name", Labels.of(Map.of("U__my_2e_label", "a", "b", "c")), 1));
        assertThat(page.samples("plain")).hasSize(2);
        assertThat(page.dropped()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "histogram, my.size_bucket, U__my_2e_size_bucket, HISTOGRAM",
        "histogram, my.size_count, U__my_2e_size_count, HISTOGRAM",
        "summary, my.size_sum, U__my_2e_size_sum, SUMMARY",
        "gauge, my.size_max, U__my_2e_size__max, UNTYPED",
        "gauge, my.size, U__my_2e_size, GAUGE"
    })
    void sampleInQuotesIsFoundToBeOfItsFamily(String type, String sample, String kept, Family.Type found)
            throws UnreadablePage {
        Page page = read("# TYPE \"my.size\" %s\n{\"%s\",le=\"1\"} 1\n".formatted(type, sample));

        assertThat(page.samples(kept)).hasSize(1);
        assertThat(page.families().values())
                .filteredOn(family -> !family.samples().isEmpty())
                .extracting(Family::type)
                .containsExactly(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# TYPE a gauge\n# comment\na 1\n\n# HELP b More.\nb{y=\"1\",x=\"2\"} 2\n\n",
                "a{y=\"1\",x=\"2\"} 1\nb 1\na{y=\"1\",x=\"2\"} 1\n",
                "a 1\nb{x=\"\",y=\"1\",} 1 17\nc 1\n",
                "{\"my.name\",\"my.label\"=\"a\"} 1\nb{\"c.d\"=\"e\"} 2\n",
                "a 1\r\nb 2\r\n",
                "a 1"
            })
    void howeverSeriesAreSpelledTheNextPageIsReadFromTheOneBefore(String text) throws UnreadablePage {
        Page before = read(text);
        byte[] next = text.replace(" 1", " 7.25").getBytes(StandardCharsets.UTF_8);

        Optional<Page> read = RereadPage.of(before, next, 0, Layout.Origin.PLAIN);

        assertThat(read).contains(PageReader.read(next, "", Optional.empty()));
        assertThat(read)
                .hasValueSatisfying(page -> assertThat(page.isLike(before)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 8_192})
    void pageThatIsReadWhileItIsPrintedIsTheSame(int piece) throws Exception {
        for (Corpus corpus : Corpus.all()) {
            byte[] text = corpus.bytes();
            String type = corpus.format().contentType();

            Page printed = PageReader.read(
                    out -> {
                        for (int at = 0; at < text.length; at += piece) {
                            out.write(text, at, Math.min(piece, text.length - at));
                        }
                    },
                    type);

            assertThat(printed).isEqualTo(PageReader.read(text, type, Optional.empty()));
        }
    }

    @Test
    void lastLineWithoutEndIsReadWhileItIsPrinted() throws Exception {
        assertThat(PageReader.read(out -> out.write("a 1\nb 2".getBytes(StandardCharsets.UTF_8)), ""))
                .isEqualTo(read("a 1\nb 2"));
    }

    @Test
    void labelsAreWithinWhatTheLargestOfThemNeed() throws UnreadablePage {
        Page page = read("a{x=\"1\",y=\"12345\"} 1\nb{x=\"12\"} 2\nc 3\n");

        assertThat(page.hasLabelsWithin(2, 5)).isTrue();
        assertThat(page.hasLabelsWithin(1, 5)).isFalse();
        assertThat(page.hasLabelsWithin(2, 4)).isFalse();
        assertThat(page.isLike(read("a 1\n"))).isFalse();
    }

    @Test
    void pageWithNewValuesAloneSharesAllElse() throws UnreadablePage {
        String text = Pages.resource("genlayer-seed-metrics.prom");
        Page before = read(text);
        Page after = read(text.replaceAll("(?m)^([^#].*) \\S+$", "$1 7.5"), before);

        assertThat(after.shape()).isSameAs(before.shape());
        assertThat(after.families().values())
                .flatMap(Family::samples)
                .extracting(Sample::value)
                .containsOnly(7.5);
        assertThat(read(text).shape()).isSameAs(before.shape());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# TYPE a gauge\na 1\nb{x=\"1\"} 2\nc 3\n",
                "# TYPE a counter\na 1\nb{x=\"1\"} 2\n",
                "# TYPE a gauge\n# HELP a more\na 1\nb{x=\"1\"} 2\n",
                "# TYPE a gauge\na 1\nb{x=\"2\"} 2\n",
                "# TYPE a gauge\na 1\n",
                "# TYPE a gauge\na 1\nb{x=\"1\"} no\n",
                "# TYPE a gauge\na 1\n???\nb{x=\"1\"} 2\n",
                "# TYPE a gauge\na 1 5\nb{ x=\"1\"} 2\r\n",
                "a 1\nb{x=\"1\"} 2\n",
                ""
            })
    void pageBeforeNeverChangesWhatIsRead(String text) throws UnreadablePage {
        Page before = read("# TYPE a gauge\na 1\nb{x=\"1\"} 2\n");

        assertThat(read(text, before)).isEqualTo(read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# TYPE x counter\n", "# a comment\n"})
    void pageWithoutSamplesIsEmpty(String body) throws UnreadablePage {
        assertThat(read(body).families().values()).flatMap(Family::samples).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'<html>\n<body>x</body>\n</html>' | line 1 is no sample, and none follows: '<html>'",
                "'\n{\"status\": \"up\"}' | line 2 is no sample, and none follows: '{\"status\": \"up\"}'",
                "'# TYPE x gauge\n\u0000\u0001\u001b[31mÄ' | line 2 is no sample, and none follows: '\uFFFD\uFFFD\uFFFD[31mÄ'"
            })
    void whatIsNoPageIsUnreadable(String body, String message) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadablePage.class).hasMessage(message);
    }

    @Test
    void messageQuotesFewCharacters() {
        assertThatThrownBy(() -> read("?".repeat(1_000_000)))
                .isInstanceOf(UnreadablePage.class)
                .hasMessage("line 1 is no sample, and none follows: '" + "?".repeat(39) + "…'");
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        byte[] body = {(byte) 0x1f, (byte) 0x8b, 8, 0, (byte) 0xff};

        assertThatThrownBy(() -> PageReader.read(new ByteArrayInputStream(body), ""))
                .isInstanceOf(UnreadablePage.class)
                .hasMessageStartingWith("line 1 is no sample");
    }

    @Test
    void pageOfMisfitsIsUnreadable() {
        assertThatThrownBy(() -> read("# TYPE h histogram\nh 1\n")).isInstanceOf(UnreadablePage.class);
    }

    @Test
    void probesFindSamplesByFullName() throws UnreadablePage {
        Page page = read("""
                # TYPE h histogram
                h_bucket{le="1"} 1
                h_bucket{le="+Inf"} 2
                h_sum 3
                h_count 2
                x{a="1"} 1
                x{a="2"} 5
                n NaN
                """);

        assertThat(page.value("h_count")).hasValue(2);
        assertThat(page.samples("h_bucket")).hasSize(2);
        assertThat(page.samples("h")).isEmpty();
        assertThat(page.value("x")).isEmpty();
        assertThat(page.sum("x")).hasValue(6);
        assertThat(page.sum("absent")).isEmpty();
        assertThat(page.value("n")).isEmpty();
        assertThat(page.samples("x").get(1).labels().get("a")).contains("2");
    }

    private static Map<String, Family.Type> types(Page page) {
        return page.families().values().stream().collect(Collectors.toMap(Family::name, Family::type));
    }

    private static Family family(Page page, String name) {
        return requireNonNull(page.families().get(name), name);
    }

    private static Page read(String text) throws UnreadablePage {
        return PageReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "text/plain; version=0.0.4");
    }

    private static Page read(String text, Page before) throws UnreadablePage {
        return PageReader.read(text.getBytes(StandardCharsets.UTF_8), "text/plain; version=0.0.4", Optional.of(before));
    }

    private static Page openMetrics(String text) throws UnreadablePage {
        return PageReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), OPENMETRICS);
    }
}
