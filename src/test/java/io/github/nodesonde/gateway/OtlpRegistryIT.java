package io.github.nodesonde.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Beside a second registry, one that pushes, the contract's series are in both: they reach its receiver as well. */
@WholeGateway
@Import(OtlpRegistryIT.Pushing.class)
class OtlpRegistryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    static Path folder;

    /** The newest points of each metric that arrived: label values by name, and the value. */
    private static final ConcurrentMap<String, List<Map<String, Object>>> ARRIVED = new ConcurrentHashMap<>();

    private static MountedFile inventory;
    private static PrintingNode validator;
    private static PrintingNode client;
    private static HttpServer receiver;

    @BeforeAll
    static void start() throws IOException {
        validator = new PrintingNode(WatchedKind.GENLAYER, "# TYPE own_value gauge\nown_value 1\n");
        client = new PrintingNode(
                WatchedKind.LEAN, "# TYPE leanspec_blocks_imported_total counter\nleanspec_blocks_imported_total 41\n");
        inventory = new MountedFile(folder, "nodesonde.yaml");
        inventory.write("""
                networks:
                  - { name: eu, type: genlayer, interval: 1s }
                  - { name: devnet, type: lean, interval: 1s }
                nodes:
                  - { id: validator, network: eu, url: "%s", labels: { region: north } }
                  - { id: client, network: devnet, url: "%s", client: leanspec-issue }
                """.formatted(validator.url(), client.url()));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/metrics", exchange -> {
            try (exchange) {
                receive(ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody()));
                exchange.sendResponseHeaders(200, -1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        receiver.start();
    }

    @AfterAll
    static void stop() {
        receiver.stop(0);
        validator.close();
        client.close();
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("nodesonde.inventory", () -> inventory.path().toString());
    }

    /** What starters for other registries do: a bean beside that of Prometheus. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Pushing {

        @Bean
        OtlpMeterRegistry otlpMeterRegistry() {
            Map<String, String> settings = Map.of(
                    "otlp.step",
                    "1s",
                    "otlp.url",
                    "http://127.0.0.1:" + receiver.getAddress().getPort() + "/v1/metrics");
            return OtlpMeterRegistry.builder(settings::get).build();
        }
    }

    @Test
    void contractSeriesArriveAtTheReceiverUnderTheirExactNames() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(ARRIVED.get("genlayer_health_up"))
                    .containsExactly(Map.of("node", "validator", "network", "eu", "region", "north", "value", 1.0));
            assertThat(ARRIVED.get("leanspec_synced"))
                    .extracting(point -> point.get("node"), point -> point.get("value"))
                    .containsExactly(tuple("client", 1.0));
            assertThat(ARRIVED.get("leanspec_blocks_imported_total"))
                    .extracting(point -> point.get("value"))
                    .containsExactly(41.0);
            assertThat(ARRIVED.get("nodesonde_network_verdict"))
                    .filteredOn(point -> "up".equals(point.get("verdict")))
                    .extracting(point -> point.get("network"))
                    .containsExactlyInAnyOrder("eu", "devnet");
            assertThat(ARRIVED.get("nodesonde_node_up")).hasSize(2);
        });
        assertThat(ARRIVED).doesNotContainKey("own_value");
    }

    @Test
    void pageIsPrintedAsEver(@Autowired Environment environment) {
        var gateway = new GatewayPorts(environment);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gateway.metrics())
                        .contains(
                                "genlayer_health_up{network=\"eu\",node=\"validator\",region=\"north\"} 1",
                                "leanspec_blocks_imported_total{network=\"devnet\",node=\"client\"} 41",
                                "own_value{network=\"eu\",node=\"validator\"} 1"));
    }

    private static void receive(ExportMetricsServiceRequest request) {
        request.getResourceMetricsList().stream()
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .collect(Collectors.groupingBy(
                        Metric::getName,
                        Collectors.flatMapping(OtlpRegistryIT::points, Collectors.toUnmodifiableList())))
                .forEach(ARRIVED::put);
    }

    private static Stream<Map<String, Object>> points(Metric metric) {
        return Stream.concat(
                        metric.getGauge().getDataPointsList().stream(), metric.getSum().getDataPointsList().stream())
                .map(OtlpRegistryIT::point);
    }

    private static Map<String, Object> point(NumberDataPoint told) {
        var point = told.getAttributesList().stream()
                .filter(label -> !label.getValue().getStringValue().isEmpty())
                .collect(Collectors.toMap(
                        KeyValue::getKey, label -> (Object) label.getValue().getStringValue()));
        point.put("value", told.getAsDouble());
        return point;
    }
}
