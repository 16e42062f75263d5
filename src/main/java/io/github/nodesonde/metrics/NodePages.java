package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.LabelledPage;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.metrics.NodeIdentities.Identity;
import io.github.nodesonde.node.NodeId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Our series of nodes as pages. Those of the newest judgements are made as the nodes are judged, so that a scrape of ten
 * thousand finds them at hand. Thread-safe.
 */
@Component
final class NodePages {

    private final PassedThrough passedThrough;
    private final NodeIdentities identities;
    private final RecentForms forms = new RecentForms();
    private final Map<NodeId, Made> newest = new ConcurrentHashMap<>();

    NodePages(PassedThrough passedThrough, NodeIdentities identities) {
        this.passedThrough = passedThrough;
        this.identities = identities;
    }

    /** Makes those of these nodes, and keeps them until they are judged anew. */
    void follow(Collection<NodeJudgement> renewed) {
        for (NodeJudgement node : renewed) {
            newest.compute(
                    node.seen().node().id(), (_, before) -> made(node, before == null ? PageForm.EMPTY : before.form));
        }
    }

    /** Forgets the nodes that are gone. */
    void retain(Set<NodeId> nodes) {
        newest.keySet().retainAll(nodes);
    }

    /** What is told of the node, under the labels that say whose it is. */
    @SuppressWarnings("ReferenceEquality") // Comparing what two judgements hold would cost as much as the page.
    LabelledPage of(NodeJudgement node) {
        Made made = newest.get(node.seen().node().id());
        return made != null && made.judgement == node ? made.page : made(node, PageForm.EMPTY).page;
    }

    /** The same without those labels. */
    Page unlabelled(NodeJudgement node) {
        List<Point> points = Points.of(node, passedThrough);
        return forms.fitting(points, PageForm.EMPTY).page(points);
    }

    private Made made(NodeJudgement node, PageForm before) {
        List<Point> points = Points.of(node, passedThrough);
        Identity identity = identities.of(node.seen().node());
        PageForm form = forms.fitting(points, before);
        LabelledPage page = identity.ours().meet(form.labelNames())
                ? new LabelledPage(form.page(points).relabel(identity.ours()::yieldTo))
                : new LabelledPage(form.page(points), identity.ours());
        return new Made(node, form, page);
    }

    private record Made(NodeJudgement judgement, PageForm form, LabelledPage page) {}
}
