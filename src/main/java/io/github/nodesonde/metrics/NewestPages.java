package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.LabelledPage;
import io.github.nodesonde.exposition.Labels;
import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.PageMerger;
import io.github.nodesonde.exposition.TargetLabels;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NodeJudgement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The pages, made when they are asked for, of the newest judgements. */
@Component
final class NewestPages implements MetricsPages {

    private final RegistryPage registry;
    private final JudgementMeters meters;
    private final NodePages nodePages;
    private final NodeIdentities identities;
    private final PassedThrough passedThrough;
    private final TypeConflicts conflicts;
    private final LatestJudgements latest;
    private final SharedPage shared = new SharedPage();

    NewestPages(
            RegistryPage registry,
            JudgementMeters meters,
            NodePages nodePages,
            NodeIdentities identities,
            PassedThrough passedThrough,
            TypeConflicts conflicts,
            LatestJudgements latest) {
        this.registry = registry;
        this.meters = meters;
        this.nodePages = nodePages;
        this.identities = identities;
        this.passedThrough = passedThrough;
        this.conflicts = conflicts;
        this.latest = latest;
    }

    @Override
    public MergedPage of(Wanted wanted) {
        Judgements newest = latest.get();
        return shared.get(wanted, newest, () -> meters.whileShown(shown -> page(wanted, shown.orElse(newest))));
    }

    private MergedPage page(Wanted wanted, Judgements all) {
        Page ours = registry.read();
        if (!wanted.nodes() || wanted.network().isPresent()) {
            ours = ours.onlyLabelled(labels -> isWanted(labels, wanted));
        }
        List<NodeJudgement> nodes = wanted.nodes() ? nodesOf(wanted, all).toList() : List.of();
        Stream<LabelledPage> oursOfNodes =
                meters.show(all.fleet()) ? Stream.empty() : nodes.stream().map(nodePages::of);
        MergedPage page = PageMerger.merge(
                Stream.concat(Stream.of(new LabelledPage(ours)), oursOfNodes).toList(),
                family -> isWanted(family, wanted),
                nodes.stream().flatMap(this::passed).toList(),
                family -> passedThrough.passes(family) && isWanted(family, wanted));
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
        LabelledPage ours = labelled ? nodePages.of(node) : new LabelledPage(nodePages.unlabelled(node));
        Stream<LabelledPage> passed =
                labelled ? passed(node) : passedThrough.of(node).map(LabelledPage::new);
        return PageMerger.merge(List.of(ours), _ -> true, passed.toList(), passedThrough::passes);
    }

    private Stream<LabelledPage> passed(NodeJudgement judgement) {
        TargetLabels identity = identities.of(judgement.seen().node()).passed();
        return passedThrough.of(judgement).map(page -> new LabelledPage(page, identity));
    }
}
