package io.github.nodesonde.chain.genlayer.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.genlayer.contract.Address;
import io.github.nodesonde.chain.genlayer.ops.NodeMetrics.Descriptors;
import io.github.nodesonde.chain.genlayer.ops.NodeMetrics.Disk;
import io.github.nodesonde.chain.genlayer.ops.NodeMetrics.Votes;
import io.github.nodesonde.exposition.PageReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeMetricsReaderTests {

    private static final Instant NOW = Instant.parse("2026-01-02T18:32:50Z");

    @Test
    void nodeWithItsCollectorsOnTellsAll() throws Exception {
        NodeMetrics metrics = read(recorded("metrics-0.5.5.prom"));

        assertThat(metrics.synced()).contains(true);
        assertThat(metrics.addresses())
                .containsExactly(Address.parse("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")
                        .orElseThrow());
        assertThat(metrics.blocksBehind()).contains(0.0);
        assertThat(metrics.disks()).containsExactly(new Disk(Optional.empty(), 3.23196289024e+11 / 5.49755813888e+11));
        assertThat(metrics.votes()).contains(new Votes(5184, 5184));
        assertThat(metrics.startedAt()).contains(1.76633636899e+09);
        assertThat(metrics.permits()).isEmpty();
        assertThat(metrics.descriptors()).isEmpty();
    }

    @Test
    void nodeWithoutCollectorsTellsOfItsProcessAlone() throws Exception {
        NodeMetrics metrics = read(recorded("metrics-0.4.2.prom"));

        assertThat(metrics.descriptors()).isPresent();
        assertThat(metrics.startedAt()).isPresent();
        assertThat(metrics.synced()).isEmpty();
        assertThat(metrics.addresses()).isEmpty();
        assertThat(metrics.blocksBehind()).isEmpty();
        assertThat(metrics.permits()).isEmpty();
        assertThat(metrics.disks()).isEmpty();
        assertThat(metrics.votes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "2,", "NaN,"})
    void syncGaugeIsReadWhenItIsZeroOrOne(String printed, Boolean synced) throws Exception {
        assertThat(read("genlayer_node_synced{node=\"0x1\"} " + printed + "\n").synced())
                .isEqualTo(Optional.ofNullable(synced));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "-1", "+Inf", "-Inf"})
    void whatCannotBeIsUnknown(String printed) throws Exception {
        NodeMetrics metrics = read("""
                genlayer_node_blocks_behind %1$s
                genlayer_node_genvm_permits_current %1$s
                genlayer_node_transactions_validator_commit_total %1$s
                genlayer_node_transactions_validator_reveal_total 4
                process_open_fds %1$s
                process_max_fds 1024
                process_start_time_seconds %1$s
                genlayer_node_disk_free_bytes %1$s
                genlayer_node_disk_total_bytes 100
                """.formatted(printed));

        assertThat(metrics.blocksBehind()).isEmpty();
        assertThat(metrics.permits()).isEmpty();
        assertThat(metrics.votes()).isEmpty();
        assertThat(metrics.descriptors()).isEmpty();
        assertThat(metrics.startedAt()).isEmpty();
        assertThat(metrics.disks()).isEmpty();
    }

    @Test
    void noDescriptorAndNoDiskAtAllIsUnknown() throws Exception {
        NodeMetrics metrics = read("""
                process_open_fds 0
                process_max_fds 0
                genlayer_node_disk_free_bytes 0
                genlayer_node_disk_total_bytes 0
                """);

        assertThat(metrics.descriptors()).isEmpty();
        assertThat(metrics.disks()).isEmpty();
    }

    @Test
    void oneOfTwoThatBelongTogetherTellsNothing() throws Exception {
        NodeMetrics metrics = read("""
                process_open_fds 3
                genlayer_node_disk_free_bytes{directory="logs"} 1
                genlayer_node_disk_total_bytes{directory="keystore"} 100
                genlayer_node_transactions_validator_commit_total 4
                """);

        assertThat(metrics.descriptors()).isEqualTo(Optional.<Descriptors>empty());
        assertThat(metrics.disks()).isEmpty();
        assertThat(metrics.votes()).isEmpty();
    }

    @Test
    void eachDirectoryHasItsDisk() throws Exception {
        NodeMetrics metrics = read("""
                genlayer_node_disk_free_bytes{node="0x1",directory="genlayer.db"} 25
                genlayer_node_disk_free_bytes{node="0x1",directory="logs"} 1
                genlayer_node_disk_total_bytes{directory="logs",node="0x1"} 100
                genlayer_node_disk_total_bytes{directory="genlayer.db",node="0x1"} 100
                """);

        assertThat(metrics.disks())
                .containsExactly(new Disk(Optional.of("genlayer.db"), 0.25), new Disk(Optional.of("logs"), 0.01));
    }

    @Test
    void directoriesOfAHostilePageAreFewAndShort() throws Exception {
        String lines = IntStream.range(0, 1000)
                .mapToObj(i ->
                        "genlayer_node_disk_free_bytes{directory=\"%1$s%2$d\\nx\"} 1\n".formatted("d".repeat(200), i))
                .map(line -> line + line.replace("free", "total"))
                .collect(Collectors.joining());

        assertThat(read(lines).disks())
                .hasSize(16)
                .allSatisfy(disk -> assertThat(disk.directory().orElseThrow())
                        .hasSizeLessThanOrEqualTo(64)
                        .doesNotContain("\n"));
    }

    @Test
    void permitsOfSeveralModulesCountTogether() throws Exception {
        assertThat(read("""
                genlayer_node_genvm_permits_current{component="a"} 0
                genlayer_node_genvm_permits_current{component="b"} 3
                """).permits()).contains(3.0);
    }

    @Test
    void uptimeTellsWhenTheProcessStartedWhereNothingElseDoes() throws Exception {
        assertThat(read("genlayer_node_uptime_seconds 50\n").startedAt()).contains(NOW.getEpochSecond() - 50.0);
        assertThat(read("genlayer_node_uptime_seconds 50\nprocess_start_time_seconds 7\n")
                        .startedAt())
                .contains(7.0);
    }

    @Test
    void pageReadAgainTellsWhatAFirstReadingDoes() throws Exception {
        byte[] page = recorded("metrics-0.5.5.prom");
        NodeMetrics first = read(page);
        String later = new String(page, UTF_8).replaceAll("(?m)^(genlayer_node_blocks_behind\\{.*\\}) .*$", "$1 17");

        NodeMetrics again = NodeMetricsReader.readAgain(
                PageReader.read(new ByteArrayInputStream(later.getBytes(UTF_8)), "text/plain; version=0.0.4"),
                NOW,
                first);

        assertThat(again).isEqualTo(read(later)).isNotEqualTo(first);
        assertThat(again.addresses()).hasSize(1);
    }

    private static NodeMetrics read(String page) throws Exception {
        return read(page.getBytes(UTF_8));
    }

    private static NodeMetrics read(byte[] page) throws Exception {
        return NodeMetricsReader.read(
                PageReader.read(new ByteArrayInputStream(page), "text/plain; version=0.0.4"), NOW);
    }

    private static byte[] recorded(String name) throws Exception {
        try (InputStream file = NodeMetricsReaderTests.class.getResourceAsStream("/genlayer/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
