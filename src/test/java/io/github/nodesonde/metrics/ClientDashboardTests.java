package io.github.nodesonde.metrics;

import static io.github.nodesonde.metrics.OwnSeries.reread;
import static io.github.nodesonde.metrics.SampleJudgements.answered;
import static io.github.nodesonde.metrics.SampleJudgements.judged;
import static io.github.nodesonde.metrics.SampleJudgements.node;
import static io.github.nodesonde.metrics.SampleJudgements.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.exposition.UnreadablePage;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.health.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The upstream dashboard of lean clients has some 75 queries over the names in {@code dashboard-series.txt}. Beside each stand
 * the labels that its queries select or group by; {@code job}, {@code instance} and {@code network} come from service
 * discovery. A page that prints them all goes through the gateway and keeps them.
 */
class ClientDashboardTests {

    private final NodeJudgement node = judged(
            node("zeam-0", Map.of("region", "eu")),
            Verdict.UP,
            List.of(),
            round(Map.of("metrics", answered(List.of(), read(bytes("/lean/dashboard-metrics.prom"))))));
    private final Judgements judgements = new SampleJudgements().with(node).build();

    @Test
    void everySeriesOfThePanelsIsInTheAnswerForItsTarget() {
        Page page = reread(pages().ofNode(node, false));

        assertThat(series())
                .hasSize(54)
                .allSatisfy((name, label) -> assertThat(page.samples(name))
                        .as(name)
                        .isNotEmpty()
                        .allSatisfy(sample -> assertThat(sample.labels().byName())
                                .doesNotContainKeys("job", "instance", "network", "node", "exported_client")
                                .satisfies(labels -> assertThat(label.isEmpty() || labels.containsKey(label))
                                        .isTrue())));
    }

    @Test
    void everySeriesOfThePanelsIsOnTheOnePage() {
        Page page = reread(pages().of(MetricsPages.Wanted.ALL));

        assertThat(series())
                .allSatisfy((name, label) -> assertThat(page.samples(name))
                        .as(name)
                        .isNotEmpty()
                        .allSatisfy(sample -> assertThat(sample.labels().byName())
                                .containsEntry("network", "testnet")
                                .containsEntry("node", "zeam-0")
                                .satisfies(labels -> assertThat(label.isEmpty() || labels.containsKey(label))
                                        .isTrue())));
    }

    @Test
    void labelOfAPeersClientKeepsItsNameAndItsValues() {
        Page page = reread(pages().ofNode(node, false));

        assertThat(page.samples("lean_connected_peers"))
                .extracting(sample -> sample.labels().get("client"), Sample::value)
                .containsExactlyInAnyOrder(tuple(Optional.of("zeam_0"), 3.0), tuple(Optional.of("unknown"), 1.0));
    }

    private MetricsPages pages() {
        return new OwnSeries(500, new OwnSignals()).show(judgements);
    }

    /** The label that the queries of a series need; empty for none. */
    private static Map<String, String> series() {
        return new String(bytes("/lean/dashboard-series.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words.length > 1 ? words[1] : ""));
    }

    private static Page read(byte[] text) {
        return read(text, "text/plain");
    }

    private static Page read(byte[] text, String type) {
        try {
            return PageReader.read(new ByteArrayInputStream(text), type);
        } catch (UnreadablePage e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] bytes(String path) {
        try (InputStream in = Objects.requireNonNull(ClientDashboardTests.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
