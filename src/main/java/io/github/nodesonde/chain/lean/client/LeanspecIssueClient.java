package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
import io.github.nodesonde.probe.BadAnswer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The node as it was first asked for: {@code leanspec_*} series and a health answer with slot and synced, both on port
 * 8008. Its own word is taken for each series. Some such nodes answer at the path of the other clients instead.
 */
@Component
@Order(1)
final class LeanspecIssueClient implements LeanClient {

    private static final List<Signal> MARKS = List.of(
            NodeSignals.SLOT_CURRENT,
            NodeSignals.EPOCH_CURRENT,
            NodeSignals.PEERS_CONNECTED,
            NodeSignals.SYNC_DISTANCE,
            NodeSignals.BLOCKS_IMPORTED,
            NodeSignals.ATTESTATIONS_PROCESSED,
            NodeSignals.PROCESS_START_TIME);

    @Override
    public String name() {
        return "leanspec-issue";
    }

    @Override
    public List<String> healthPaths() {
        return List.of("/health", "/lean/v0/health");
    }

    @Override
    public Ports ports() {
        return new Ports(8008, 8008);
    }

    @Override
    public boolean printed(Page page) {
        return MARKS.stream().anyMatch(signal -> !page.samples(signal.name()).isEmpty());
    }

    /** No other client tells its slot or its sync there. */
    @Override
    public boolean answered(LeanHealth health) {
        return health.slot().isPresent() || health.synced().isPresent();
    }

    @Override
    public List<Reading> readings(Scrape scrape) throws BadAnswer {
        return Stream.of(
                        scrape.reported(NodeSignals.SLOT_CURRENT, scrape.slot(NodeSignals.SLOT_CURRENT.name())),
                        whole(scrape, NodeSignals.EPOCH_CURRENT),
                        whole(scrape, NodeSignals.PEERS_CONNECTED),
                        whole(scrape, NodeSignals.SYNC_DISTANCE),
                        counter(scrape, NodeSignals.BLOCKS_IMPORTED),
                        counter(scrape, NodeSignals.ATTESTATIONS_PROCESSED),
                        scrape.reported(
                                NodeSignals.PROCESS_START_TIME, scrape.time(NodeSignals.PROCESS_START_TIME.name())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Reading> whole(Scrape scrape, Signal signal) {
        return scrape.reported(signal, scrape.whole(signal.name()));
    }

    private static Optional<Reading> counter(Scrape scrape, Signal signal) {
        return scrape.reported(signal, scrape.counted(signal.name()));
    }
}
