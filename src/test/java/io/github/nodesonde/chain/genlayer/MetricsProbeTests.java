package io.github.nodesonde.chain.genlayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.transport.Question;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsProbeTests {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final MetricsProbe probe = new MetricsProbe();

    @Test
    void asksMetricsOfTheOpsPort() {
        assertThat(probe.question(NodeSnapshot.unasked(Fixtures.NODE, Fixtures.NOW)))
                .contains(new Question.Get(URI.create("http://127.0.0.1:9153/metrics")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics-0.4.2.prom", "metrics-0.5.5.prom"})
    void everySeriesOfTheNodePassesWithItsNameTypeAndValue(String file) throws BadAnswer {
        byte[] body = Fixtures.recorded(file);

        var answer = Fixtures.answered(probe, Fixtures.reply(200, TEXT, body));

        Page page = answer.page().orElseThrow();
        assertThat(answer.readings()).isEmpty();
        assertThat(page.dropped()).isZero();
        assertThat(types(page)).isEqualTo(types(new String(body, UTF_8)));
        assertThat(values(page)).isEqualTo(values(new String(body, UTF_8)));
    }

    @Test
    void gaugeNamedLikeACounterStaysAGauge() throws BadAnswer {
        var answer = Fixtures.answered(probe, Fixtures.reply(200, TEXT, Fixtures.recorded("metrics-0.5.5.prom")));

        assertThat(answer.page().orElseThrow().families())
                .extractingByKey("genlayer_node_transactions_activated_total")
                .extracting(Family::type)
                .isEqualTo(Family.Type.GAUGE);
    }

    @Test
    void pageWhoseValuesAloneChangedIsLikeTheOneBefore() throws BadAnswer {
        String text = new String(Fixtures.recorded("metrics-0.4.2.prom"), UTF_8);
        ProbeResult.Answered first = Fixtures.answered(probe, Fixtures.reply(200, TEXT, text.getBytes(UTF_8)));
        NodeSnapshot seen = Fixtures.seen(Fixtures.NODE, Map.of(MetricsProbe.NAME, first));
        String newer = text.replaceAll("(?m)^([a-z_]+) \\S+$", "$1 7.5");

        var second = (ProbeResult.Answered) probe.read(seen, Fixtures.reply(200, TEXT, newer.getBytes(UTF_8)));

        assertThat(seen.page(MetricsProbe.NAME)).isEqualTo(first.page());
        assertThat(second.page().orElseThrow().isLike(first.page().orElseThrow()))
                .isTrue();
        assertThat(second.page()).isNotEqualTo(first.page());
    }

    @Test
    void pageForPeopleIsMalformed() {
        assertThatExceptionOfType(BadAnswer.class)
                .isThrownBy(() -> probe.read(
                        NodeSnapshot.unasked(Fixtures.NODE, Fixtures.NOW),
                        Fixtures.reply(200, "text/html", "<!doctype html>\n<h1>It works!</h1>\n".getBytes(UTF_8))))
                .extracting(BadAnswer::reason)
                .isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 401, 404, 429, 500, 503})
    void statusOtherThan200IsRefused(int status) {
        assertThatExceptionOfType(BadAnswer.class)
                .isThrownBy(() -> probe.read(
                        NodeSnapshot.unasked(Fixtures.NODE, Fixtures.NOW),
                        Fixtures.reply(status, TEXT, Fixtures.recorded("metrics-0.4.2.prom"))))
                .satisfies(bad -> assertThat(bad.reason()).isEqualTo(Reason.REFUSED))
                .withMessage("HTTP status " + status);
    }

    private static Map<String, String> types(Page page) {
        return page.families().values().stream()
                .collect(Collectors.toMap(
                        Family::name, family -> family.type().name().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> types(String text) {
        return text.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(words -> words[2], words -> words[3]));
    }

    private static Map<String, Double> values(Page page) {
        var values = new TreeMap<String, Double>();
        page.families()
                .values()
                .forEach(family -> family.samples().forEach(sample -> {
                    String labels = sample.labels().byName().entrySet().stream()
                            .map(label -> "%s=\"%s\"".formatted(label.getKey(), label.getValue()))
                            .collect(Collectors.joining(","));
                    values.put(labels.isEmpty() ? sample.name() : sample.name() + "{" + labels + "}", sample.value());
                }));
        return values;
    }

    private static Map<String, Double> values(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
    }
}
