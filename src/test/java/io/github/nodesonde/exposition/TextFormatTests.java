package io.github.nodesonde.exposition;

import static io.github.nodesonde.exposition.TextFormat.OPENMETRICS_1_0_0;
import static io.github.nodesonde.exposition.TextFormat.PROMETHEUS_0_0_4;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextFormatTests {

    private static final Page PAGE = Pages.read("""
            # HELP open_total a gauge \\\\ and "so"\\n on
            # TYPE open_total gauge
            open_total{path="a\\\\b\\"c\\n"} 1
            # TYPE runs_total counter
            runs_total 3
            # TYPE runs_created gauge
            runs_created 1.7e+09
            # TYPE plain counter
            plain 4
            # TYPE heap gauge
            heap 1
            # TYPE heap_total counter
            heap_total 2
            # TYPE node_info gauge
            node_info{version="1"} 1
            # TYPE h histogram
            h_bucket{le="0.5"} 1
            h_bucket{le="+Inf"} 2
            h_sum 0.75
            h_count 2
            # TYPE h_created gauge
            h_created 1.7e+09
            # TYPE heap_created gauge
            heap_created 5
            loose NaN
            """);

    @Test
    void plainTextKeepsEveryNameAndType() {
        assertThat(Pages.write(PAGE, PROMETHEUS_0_0_4)).isEqualTo("""
                # HELP open_total a gauge \\\\ and "so"\\n on
                # TYPE open_total gauge
                open_total{path="a\\\\b\\"c\\n"} 1
                # TYPE runs_total counter
                runs_total 3
                # TYPE runs_created gauge
                runs_created 1700000000
                # TYPE plain counter
                plain 4
                # TYPE heap gauge
                heap 1
                # TYPE heap_total counter
                heap_total 2
                # TYPE node_info gauge
                node_info{version="1"} 1
                # TYPE h histogram
                h_bucket{le="0.5"} 1
                h_bucket{le="+Inf"} 2
                h_sum 0.75
                h_count 2
                # TYPE h_created gauge
                h_created 1700000000
                # TYPE heap_created gauge
                heap_created 5
                # TYPE loose untyped
                loose NaN
                """);
    }

    @Test
    void openMetricsKeepsEveryNameThatItAllows() {
        assertThat(Pages.write(PAGE, OPENMETRICS_1_0_0)).isEqualTo("""
                # HELP open_total a gauge \\\\ and \\"so\\"\\n on
                # TYPE open_total gauge
                open_total{path="a\\\\b\\"c\\n"} 1
                # TYPE runs counter
                runs_total 3
                # TYPE plain unknown
                plain 4
                # TYPE heap gauge
                heap 1
                # TYPE heap_total unknown
                heap_total 2
                # TYPE node_info gauge
                node_info{version="1"} 1
                # TYPE h histogram
                h_bucket{le="0.5"} 1
                h_bucket{le="+Inf"} 2
                h_sum 0.75
                h_count 2
                # TYPE loose unknown
                loose NaN
                # EOF
                """);
    }

    @Test
    void typesOfOpenMetricsBecomeWhatPlainTextHas() {
        Page page = Pages.read("""
                # TYPE build info
                build_info{version="1"} 1
                # TYPE state stateset
                state{state="on"} 1
                # TYPE waiting gaugehistogram
                waiting_bucket{le="+Inf"} 2
                waiting_gsum 3
                waiting_gcount 2
                # EOF
                """, OPENMETRICS_1_0_0);

        assertThat(Pages.write(page, PROMETHEUS_0_0_4)).isEqualTo("""
                # TYPE build_info gauge
                build_info{version="1"} 1
                # TYPE state gauge
                state{state="on"} 1
                # TYPE waiting_bucket untyped
                waiting_bucket{le="+Inf"} 2
                # TYPE waiting_gsum untyped
                waiting_gsum 3
                # TYPE waiting_gcount untyped
                waiting_gcount 2
                """);
        assertThat(Pages.write(page, OPENMETRICS_1_0_0)).contains("# TYPE build info\nbuild_info{");
    }

    @Test
    void twoFamiliesNeverShareOneNameInOpenMetrics() {
        var info =
                new Family("x_info", Family.Type.INFO, "", List.of(new Sample("x_info", Labels.of("version", "1"), 1)));
        var counter = new Family("x_total", Family.Type.COUNTER, "", List.of(new Sample("x_total", Labels.NONE, 1)));

        assertThat(Pages.write(Page.of(List.of(info, counter)), OPENMETRICS_1_0_0))
                .isEqualTo("""
                # TYPE x_info gauge
                x_info{version="1"} 1
                # TYPE x_total unknown
                x_total 1
                # EOF
                """);
    }

    @Test
    void counterNamedLikeASampleOfAHistogramIsUnknownInOpenMetrics() {
        Page page = Pages.read("""
                # TYPE h histogram
                h_bucket{le="+Inf"} 1
                h_count 1
                # TYPE h_count_total counter
                h_count_total 1
                """);

        assertThat(Pages.write(page, OPENMETRICS_1_0_0))
                .contains("# TYPE h histogram\n", "# TYPE h_count_total unknown\n");
    }

    @Test
    void emptyPageIsStillAPage() {
        assertThat(Pages.write(Page.EMPTY, PROMETHEUS_0_0_4)).isEmpty();
        assertThat(Pages.write(Page.EMPTY, OPENMETRICS_1_0_0)).isEqualTo("# EOF\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0, 0",
        "-0.0, -0.0",
        "-12, -12",
        "1000000000000000, 1000000000000000",
        "9.223372036854775807E18, 9.223372036854776E18",
        "0.06999999999999999, 0.06999999999999999",
        "1.7952896883485923E9, 1.7952896883485923E9",
        "NaN, NaN",
        "Infinity, +Inf",
        "-Infinity, -Inf"
    })
    void valuesAreShortAndExact(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "0, 0.0",
        "0.005, 0.005",
        "10, 10.0",
        "100000, 100000.0",
        "1e6, 1e+06",
        "1.5e7, 1.5e+07",
        "0.0001, 0.0001",
        "0.000025, 2.5e-05",
        "1e-10, 1e-10",
        "1e100, 1e+100",
        "-2, -2.0",
        "-2.5e8, -2.5e+08",
        "Infinity, +Inf"
    })
    void boundsHaveOneSpelling(double bound, String text) {
        assertThat(Numbers.canonical(bound)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "U__my_2e_name | my.name",
                "U__my_2e_size_bucket | my.size_bucket",
                "U__my_2e_size__bucket | my.size_bucket",
                "U___31_st | 1st",
                "U__a_1f600_ | a\uD83D\uDE00",
                "U__plain | ''",
                "U__my_2E_name | ''",
                "U__my_2e_a_bx_c | ''",
                "U__my_2e_size_max | ''",
                "U___110000_ | ''",
                "U__ | ''",
                "U | ''",
                "plain | ''"
            })
    void whatStoodInQuotesIsKnownFromItsEscaping(String kept, String quoted) {
        assertThat(Names.unescaped(kept, true).orElse("")).isEqualTo(quoted);
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void namesInQuotesComeBackAsTheyWere(TextFormat format) {
        Page page = Pages.read("""
                # HELP "my.size" How large.
                # TYPE "my.size" histogram
                {"my.size_bucket","my.label"="a\\"b",le="1"} 1
                {"my.size_bucket","my.label"="a\\"b",le="+Inf"} 1
                {"my.size_sum","my.label"="a\\"b"} 0.5
                {"my.size_count","my.label"="a\\"b"} 1
                plain{"my.label"="c"} 2
                {"sch\u00f6n"} 3
                """);

        String text = Pages.write(page, format);

        assertThat(Pages.read(text, format)).isEqualTo(page);
        if (format.allowsUtf8()) {
            assertThat(text)
                    .contains(
                            "# TYPE \"my.size\" histogram\n",
                            "{\"my.size_bucket\",\"my.label\"=\"a\\\"b\",le=\"1\"} 1\n",
                            "plain{\"my.label\"=\"c\"} 2\n",
                            "{\"sch\u00f6n\"} 3\n")
                    .doesNotContain("U__");
        } else {
            assertThat(text).contains("U__my_2e_size_bucket{").doesNotContain("{\"");
        }
    }

    @Test
    void namesInQuotesKeepTheLabelsThatTellNodesApart() {
        Page page = Pages.read("{\"my.name\",node=\"a\"} 1\n");

        MergedPage merged =
                PageMerger.merge(Page.EMPTY, List.of(new LabelledPage(page, Map.of("node", "n", "network", "x"))));

        assertThat(Pages.write(merged, TextFormat.PROMETHEUS_1_0_0))
                .endsWith("{\"my.name\",exported_node=\"a\",network=\"x\",node=\"n\"} 1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what Prometheus sends: 2.x, 2.x asking for protobuf first, 3.x, 3.x asking for protobuf first
                "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | OPENMETRICS_1_0_0",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited,application/openmetrics-text;version=1.0.0;q=0.8,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | OPENMETRICS_1_0_0",
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2 | OPENMETRICS_1_0_0_UTF_8",
                "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.5,*/*;q=0.2 | PROMETHEUS_1_0_0",
                "text/plain;version=1.0.0;escaping=values;q=0.6,text/plain;version=0.0.4;q=0.5 | PROMETHEUS_0_0_4",
                "application/openmetrics-text;escaping=underscores | OPENMETRICS_1_0_0",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.7,text/plain;version=0.0.4;q=0.6,application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.2 | PROMETHEUS_0_0_4",
                "'' | PROMETHEUS_0_0_4",
                "*/* | PROMETHEUS_0_0_4",
                "text/plain | PROMETHEUS_0_0_4",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | PROMETHEUS_0_0_4",
                "application/json | PROMETHEUS_0_0_4",
                "application/vnd.google.protobuf | PROMETHEUS_0_0_4",
                "application/openmetrics-text | OPENMETRICS_1_0_0",
                "Application/OpenMetrics-Text; Version=\"1.0.0\" | OPENMETRICS_1_0_0",
                "application/openmetrics-text;version=0.0.1 | PROMETHEUS_0_0_4",
                "application/openmetrics-text;q=0.4,text/plain;q=0.5 | PROMETHEUS_0_0_4",
                "application/openmetrics-text;q=0,*/* | PROMETHEUS_0_0_4",
                "text/plain;q=0,*/* | OPENMETRICS_1_0_0",
                "text/*;q=0.9,application/*;q=0.8 | PROMETHEUS_0_0_4",
                "application/openmetrics-text,text/plain | OPENMETRICS_1_0_0",
                "text/plain,application/openmetrics-text | PROMETHEUS_0_0_4",
                "application/openmetrics-text;q=high,text/plain;q=0.1 | PROMETHEUS_0_0_4",
                ",;=;q | PROMETHEUS_0_0_4"
            })
    void formatIsTheOneAskedForMost(String accept, TextFormat format) {
        assertThat(TextFormat.accepted(accept)).isEqualTo(format);
    }

    @Test
    void streamStaysOpenAndSeesSmallPieces() throws IOException {
        Page page = Page.of(List.of(new Family(
                "x",
                Family.Type.GAUGE,
                "",
                IntStream.range(0, 20_000)
                        .mapToObj(i -> new Sample("x", Labels.of("i", "" + i), i))
                        .toList())));
        var out = new LargestPiece();

        PROMETHEUS_0_0_4.write(MergedPage.of(page), out);

        assertThat(out.written).isGreaterThan(200_000);
        assertThat(out.largest).isPositive().isLessThanOrEqualTo(16_384);
        assertThat(out.closed).isFalse();
    }

    private static final class LargestPiece extends OutputStream {
        private int written;
        private int largest;
        private boolean closed;

        @Override
        public void write(int b) {
            written++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written += length;
            largest = Math.max(largest, length);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
