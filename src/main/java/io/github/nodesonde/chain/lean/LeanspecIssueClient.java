package io.github.nodesonde.chain.lean;

import io.github.nodesonde.exposition.Page;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Signal;
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
            LeanSignals.SLOT_CURRENT,
            LeanSignals.EPOCH_CURRENT,
            LeanSignals.PEERS_CONNECTED,
            LeanSignals.SYNC_DISTANCE,
            LeanSignals.BLOCKS_IMPORTED,
            LeanSignals.ATTESTATIONS_PROCESSED,
            LeanSignals.PROCESS_START_TIME);

    @Override
    public String name() {
        return "leanspec-issue";
    }

    @Override
    public List<String> healthPaths() {
        return List.of("/health", "/lean/v0/health");
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
    public List<Reading> readings(Scrape scrape) {
        return Stream.of(
                        whole(scrape, LeanSignals.SLOT_CURRENT),
                        whole(scrape, LeanSignals.EPOCH_CURRENT),
                        whole(scrape, LeanSignals.PEERS_CONNECTED),
                        whole(scrape, LeanSignals.SYNC_DISTANCE),
                        counter(scrape, LeanSignals.BLOCKS_IMPORTED),
                        counter(scrape, LeanSignals.ATTESTATIONS_PROCESSED),
                        scrape.reported(
                                LeanSignals.PROCESS_START_TIME, scrape.time(LeanSignals.PROCESS_START_TIME.name())))
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
