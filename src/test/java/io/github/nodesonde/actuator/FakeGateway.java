package io.github.nodesonde.actuator;

import io.github.nodesonde.exposition.Family;
import io.github.nodesonde.exposition.Labels;
import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.exposition.Sample;
import io.github.nodesonde.health.JudgedFleet;
import io.github.nodesonde.health.Judgements;
import io.github.nodesonde.health.LatestJudgements;
import io.github.nodesonde.health.NodeJudgement;
import io.github.nodesonde.inventory.Inventory;
import io.github.nodesonde.inventory.InventoryState;
import io.github.nodesonde.metrics.MetricsPages;
import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.Node;
import io.github.nodesonde.probe.AskNow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** All that the management port stands on, made by hand: what is judged, printed and asked is what the test says. */
final class FakeGateway implements LatestJudgements, MetricsPages, AskNow, Inventory {

    /** Enough samples for a page that a server compresses and cannot send at once. */
    private static final int NODES = 2_000;

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final List<Wanted> wanted = new CopyOnWriteArrayList<>();

    private volatile Judgements newest = new JudgedFleet().judged();
    private volatile Effect onAsk = () -> {};
    private volatile boolean broken;
    private volatile List<String> mistakes = List.of();
    private final AtomicInteger reloads = new AtomicInteger();

    /** What happens while a node is asked. */
    @FunctionalInterface
    interface Effect {
        void run() throws InterruptedException;
    }

    record Asked(Node node, Duration deadline) {}

    void judge(JudgedFleet fleet) {
        newest = fleet.judged();
    }

    void whenAsked(Effect effect) {
        onAsk = effect;
    }

    /** Whether making a page fails. */
    void breakPages(boolean broken) {
        this.broken = broken;
    }

    /** What is wrong with the inventory file as it is now. */
    void breakInventory(String... mistakes) {
        this.mistakes = List.of(mistakes);
    }

    int reloads() {
        return reloads.get();
    }

    void reset() {
        mistakes = List.of();
        reloads.set(0);
        newest = new JudgedFleet().judged();
        onAsk = () -> {};
        broken = false;
        asked.clear();
        wanted.clear();
    }

    @Override
    public Judgements get() {
        return newest;
    }

    @Override
    public Judgements refresh() {
        return newest;
    }

    @Override
    public void ask(Node node, Duration deadline) throws InterruptedException {
        asked.add(new Asked(node, deadline));
        onAsk.run();
    }

    @Override
    public MergedPage of(Wanted wanted) {
        if (broken) {
            throw new IllegalStateException("secret of the gateway");
        }
        this.wanted.add(wanted);
        return wanted.nodes() ? whole() : page("example_own", List.of("gateway"));
    }

    static MergedPage whole() {
        return page(
                "example_whole",
                IntStream.range(0, NODES).mapToObj(i -> "node-" + i).toList());
    }

    @Override
    public MergedPage ofNode(NodeJudgement node, boolean labelled) {
        return page(
                labelled ? "example_labelled" : "example_bare",
                List.of(node.seen().node().id().value()));
    }

    @Override
    public Fleet now() {
        return newest.fleet();
    }

    @Override
    public InventoryState state() {
        return new InventoryState(mistakes.isEmpty(), JudgedFleet.AS_OF, mistakes);
    }

    @Override
    public InventoryState reload() {
        reloads.incrementAndGet();
        return state();
    }

    private static MergedPage page(String name, List<String> ids) {
        var samples = new ArrayList<Sample>();
        ids.forEach(id -> samples.add(new Sample(name, Labels.of(Map.of("id", id)), 1)));
        return MergedPage.of(Page.of(List.of(new Family(name, Family.Type.GAUGE, "An example.", samples))));
    }
}
