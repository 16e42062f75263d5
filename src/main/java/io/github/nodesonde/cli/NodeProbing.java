package io.github.nodesonde.cli;

import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.metrics.MetricsPages;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.probe.AskOnce;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Asks one node once and judges it, by the gateway's own transport, probes, lens and rules. */
final class NodeProbing {

    /** The console is for what was found; what goes wrong with the gateway itself may be said there still. */
    private static final String ERRORS_ONLY = "--logging.threshold.console=error";

    private final Fleet fleet;
    private final Node node;

    /** Of the whole fleet the node alone is asked, so that it is judged by what it tells itself. */
    NodeProbing(Fleet whole, Node node) {
        this.node = node;
        this.fleet = new Fleet(List.of(Objects.requireNonNull(whole.networks().get(node.network()))), List.of(node));
    }

    /**
     * Blocks until its round has ended and was judged.
     *
     * @param properties as arguments of a Spring application
     */
    ProbeReport ask(List<String> properties) throws InterruptedException {
        var arguments = new ArrayList<>(properties);
        arguments.add(ERRORS_ONLY);
        try (ConfigurableApplicationContext gateway = application().run(arguments.toArray(String[]::new))) {
            gateway.getBean(AskOnce.class).ask(node);
            NodeJudgement judged = Objects.requireNonNull(
                    gateway.getBean(LatestJudgements.class).refresh().nodes().get(node.id()));
            return new ProbeReport(judged, series(gateway.getBean(MetricsPages.class), judged));
        }
    }

    private SpringApplication application() {
        LiveFleet alone = () -> fleet;
        return new SpringApplicationBuilder(OneNodeGateway.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("fleet", alone))
                .build();
    }

    private static String series(MetricsPages pages, NodeJudgement judged) {
        var text = new ByteArrayOutputStream();
        try {
            pages.writeNode(judged, text);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always written to", e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
