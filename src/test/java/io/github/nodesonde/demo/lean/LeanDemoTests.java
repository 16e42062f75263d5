package io.github.nodesonde.demo.lean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedNetwork;
import io.github.nodesonde.demo.SimulatedNode;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageReader;
import io.github.nodesonde.exposition.UnreadablePage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeanDemoTests {

    private static final Instant STARTED = Instant.parse("2026-11-22T10:00:00.250Z");

    private final SimulatedNetwork network = new LeanDemo().networks(STARTED).getFirst();

    @Test
    void inventoryNamesGenesisAndEachNodesAddress() {
        assertThat(network.name()).isEqualTo("devnet-demo");
        assertThat(network.type()).isEqualTo("lean");
        assertThat(network.keys())
                .isEqualTo("genesis-time: 1795334400\nseconds-per-slot: 4\nrules: { down-after: 12 }");
        assertThat(network.nodes())
                .extracting(SimulatedNode::id)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(4);
        assertThat(node("lean-0").keys(URI.create("http://127.0.0.1:1234")))
                .isEqualTo("url: http://127.0.0.1:1234\nclient: auto\nlabels: { region: eu, team: acme }");
    }

    @Test
    void slotsAdvanceEveryFourSeconds() {
        assertThat(health("lean-0", 0)).isEqualTo("200 {\"status\":\"ok\",\"slot\":1800,\"synced\":true}");
        assertThat(health("lean-0", 3)).isEqualTo(health("lean-0", 0));
        assertThat(health("lean-0", 4)).isEqualTo("200 {\"status\":\"ok\",\"slot\":1801,\"synced\":true}");
        assertThat(health("lean-0", 116)).as("slot 1829 = 13 · 140 + 9").contains("1829");
        assertThat(health("lean-0", 28)).as("slot 1807 = 13 · 139 has no block").contains("1806");
    }

    @ParameterizedTest
    @CsvSource({
        "0,   200, 1800, true",
        "16,  200, 1800, true",
        "20,  503, 1800, false",
        "47,  503, 1800, false",
        "66,  503, 1813, false",
        "68,  200, 1815, true",
        "72,  200, 1818, true",
        "119, 200, 1829, true",
        "140, 503, 1830, false"
    })
    void oneNodeFallsBehindAndCatchesUpEveryTwoMinutes(long second, int status, long slot, boolean synced) {
        assertThat(health("lean-4", second))
                .isEqualTo(status + " {\"status\":\"ok\",\"slot\":" + slot + ",\"synced\":" + synced + "}");
    }

    @Test
    void noHeadAndNoCounterEverGoesBack() throws UnreadablePage {
        for (SimulatedNode node : network.nodes()) {
            double blocks = 0;
            List<String> names = new ArrayList<>(
                    List.of("leanspec_blocks_imported_total", "lean_fork_choice_block_processing_time_seconds_count"));
            for (long second = 0; second < 300; second++) {
                if (isAway(node, second)) {
                    continue;
                }
                Page page = page(node, second);
                double now = names.stream()
                        .mapToDouble(name -> page.value(name).orElse(0))
                        .sum();
                assertThat(now).as("%s at %s s", node.id(), second).isGreaterThanOrEqualTo(blocks);
                blocks = now;
            }
            assertThat(blocks).as(node.id()).isGreaterThan(1600);
        }
    }

    @Test
    void everyPageIsReadWhole() throws UnreadablePage {
        for (SimulatedNode node : network.nodes()) {
            Page page = page(node, 40);
            assertThat(page.dropped()).as(node.id()).isZero();
            assertThat(page.families()).as(node.id()).hasSizeGreaterThan(5);
        }
    }

    @Test
    void leanspecNodePrintsItsOwnSeriesAndOnlySaysThatItLives() throws UnreadablePage {
        SimulatedNode node = node("lean-3");
        Page page = page(node, 4);

        assertThat(page.value("lean_current_slot")).hasValue(1801);
        assertThat(page.value("lean_head_slot")).hasValue(1801);
        assertThat(page.value("lean_latest_finalized_slot")).hasValue(1784);
        assertThat(page.value("lean_connected_peers")).hasValue(5);
        assertThat(page.sum("lean_attestations_valid_total")).hasValue(7 * (1801 - 138));
        assertThat(node.answer("/lean/v0/health", STARTED))
                .isEqualTo(SimulatedAnswer.json(200, "{\"status\": \"healthy\", \"service\": \"lean-rpc-api\"}"));
        assertThat(node.answer("/health", STARTED)).isEqualTo(SimulatedAnswer.notFound());
    }

    @Test
    void oneNodeHasNoPeersAndBelievesItselfSynced() throws UnreadablePage {
        assertThat(page(node("lean-5"), 60).value("leanspec_peers_connected")).hasValue(0);
        assertThat(health("lean-5", 60)).startsWith("200 ").endsWith("\"synced\":true}");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "35, true", "36, false", "49, false", "50, true"})
    void oneNodeIsAwayMostOfTheTimeAndItsProxyAnswersForIt(long second, boolean away) {
        assertThat(isAway(node("lean-6"), second)).isEqualTo(away);
    }

    private static boolean isAway(SimulatedNode node, long second) {
        return node.answer("/metrics", STARTED.plusSeconds(second)).status() == 502;
    }

    private String health(String id, long second) {
        SimulatedAnswer answer = node(id).answer("/health", STARTED.plusSeconds(second));
        return answer.status() + " " + answer.body();
    }

    private static Page page(SimulatedNode node, long second) throws UnreadablePage {
        SimulatedAnswer answer = node.answer("/metrics", STARTED.plusSeconds(second));
        return PageReader.read(
                new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)), answer.contentType());
    }

    private SimulatedNode node(String id) {
        return network.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
