package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.LabelledPage;
import io.github.nodesonde.exposition.Labels;
import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageMerger;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The pages, made anew for each scrape. */
@Component
final class NewestPages implements MetricsPages {

    private final RegistryPage registry;
    private final PassedThrough passedThrough;
    private final LatestJudgements latest;

    NewestPages(RegistryPage registry, PassedThrough passedThrough, LatestJudgements latest) {
        this.registry = registry;
        this.passedThrough = passedThrough;
        this.latest = latest;
    }

    @Override
    public MergedPage whole() {
        var nodes = latest.get().nodes().values().stream()
                .flatMap(this::labelledPages)
                .toList();
        return PageMerger.merge(registry.read(), nodes, passedThrough::passes);
    }

    @Override
    public MergedPage own() {
        Page own = registry.read().onlyLabelled(labels -> labels.get("node").isEmpty());
        return PageMerger.merge(own, List.of());
    }

    @Override
    public MergedPage ofNode(NodeJudgement node, boolean labelled) {
        Map<String, String> identity = labelled ? node.seen().node().seriesLabels() : Map.of();
        Stream<LabelledPage> passed =
                labelled ? labelledPages(node) : passedThrough.of(node).map(page -> new LabelledPage(page, Map.of()));
        return PageMerger.merge(page(Readings.of(node), identity), passed.toList(), passedThrough::passes);
    }

    private Stream<LabelledPage> labelledPages(NodeJudgement judgement) {
        Node node = judgement.seen().node();
        var identity = Map.of("node", node.id().value(), "network", node.network());
        return passedThrough.of(judgement).map(page -> new LabelledPage(page, identity));
    }

    /** Readings as the registry would print them. */
    private static Page page(Stream<Reading> readings, Map<String, String> identity) {
        var bySignal = new LinkedHashMap<Signal, List<Sample>>();
        readings.forEach(reading -> {
            var labels = new TreeMap<>(identity);
            labels.putAll(reading.labels());
            bySignal.computeIfAbsent(reading.signal(), _ -> new ArrayList<>())
                    .add(new Sample(reading.signal().name(), Labels.of(labels), reading.value()));
        });
        return Page.of(bySignal.entrySet().stream()
                .map(entry -> family(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Family family(Signal signal, List<Sample> samples) {
        Family.Type type = switch (signal.kind()) {
            case GAUGE, FLAG -> Family.Type.GAUGE;
            case COUNTER -> Family.Type.COUNTER;
            case INFO -> Family.Type.INFO;
        };
        return new Family(signal.name(), type, signal.help(), samples);
    }
}
