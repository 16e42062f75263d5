package io.github.nodesonde.chain.lean.client;

import io.github.nodesonde.observation.NodeSnapshot;
import java.util.Optional;

/** When a node may have become another process: what only that could change need not be asked again before. */
public final class Restarts {

    private Restarts() {}

    /**
     * Whether, as far as this round knows by now, the node may be another process than it was in the one before: it was
     * never asked, did not answer, or tells another time of its start.
     */
    public static boolean mayHaveRestarted(NodeSnapshot newest) {
        if (newest.rounds().isEmpty() || newest.rounds().getFirst().failed()) {
            return true;
        }
        Optional<Double> before = newest.rounds().stream()
                .flatMap(round -> Told.in(round, NodeSignals.PROCESS_START_TIME).stream())
                .findFirst();
        Optional<Double> now = Told.by(newest, NodeSignals.PROCESS_START_TIME).map(Told::value);
        return now.isPresent() && before.isPresent() && !now.equals(before);
    }
}
