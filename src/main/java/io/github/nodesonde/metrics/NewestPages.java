package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.LabelledPage;
import io.github.nodesonde.exposition.Labels;
import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageMerger;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The pages, made when they are asked for, of the newest judgements. */
@Component
final class NewestPages implements MetricsPages {

    private final RegistryPage registry;
    private final PassedThrough passedThrough;
    private final TypeConflicts conflicts;
    private final LatestJudgements latest;
    private final SharedPage shared = new SharedPage();

    NewestPages(RegistryPage registry, PassedThrough passedThrough, TypeConflicts conflicts, LatestJudgements latest) {
        this.registry = registry;
        this.passedThrough = passedThrough;
        this.conflicts = conflicts;
        this.latest = latest;
    }

    @Override
    public MergedPage of(Wanted wanted) {
        Judgements all = latest.get();
        return shared.get(wanted, all, () -> page(wanted, all));
    }

    private MergedPage page(Wanted wanted, Judgements all) {
        Page ours = registry.read().only(family -> isWanted(family, wanted));
        if (!wanted.nodes() || wanted.network().isPresent()) {
            ours = ours.onlyLabelled(labels -> isWanted(labels, wanted));
        }
        List<LabelledPage> theirs = wanted.nodes()
                ? nodesOf(wanted, all).flatMap(this::labelledPages).toList()
                : List.of();
        MergedPage page =
                PageMerger.merge(ours, theirs, family -> passedThrough.passes(family) && isWanted(family, wanted));
        if (wanted.equals(Wanted.ALL)) {
            conflicts.tell(page.conflicts());
        }
        return page;
    }

    private static Stream<NodeJudgement> nodesOf(Wanted wanted, Judgements all) {
        return wanted.network().map(all::nodesOf).orElseGet(() -> all.nodes().values().stream());
    }

    private static boolean isWanted(Labels labels, Wanted wanted) {
        return (wanted.nodes() || labels.get("node").isEmpty())
                && wanted.network().stream()
                        .allMatch(name -> labels.get("network").equals(Optional.of(name)));
    }

    /** By its name in either format, or by that of one of its samples. */
    private static boolean isWanted(Family family, Wanted wanted) {
        return wanted.names().isEmpty()
                || wanted.names().contains(family.name())
                || wanted.names().contains(family.name().replaceFirst("_(total|info)$", ""))
                || family.sampleNames().stream().anyMatch(wanted.names()::contains);
    }

    @Override
    public MergedPage ofNode(NodeJudgement node, boolean labelled) {
        Map<String, String> identity = labelled ? node.seen().node().seriesLabels() : Map.of();
        Stream<LabelledPage> passed =
                labelled ? labelledPages(node) : passedThrough.of(node).map(page -> new LabelledPage(page, Map.of()));
        return PageMerger.merge(
                page(Stream.concat(Readings.of(node), passedThrough.readings(node)), identity),
                passed.toList(),
                passedThrough::passes);
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
