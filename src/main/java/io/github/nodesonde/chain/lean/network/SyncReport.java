package io.github.nodesonde.chain.lean.network;

import io.github.nodesonde.chain.lean.client.LeanHealth;
import io.github.nodesonde.chain.lean.client.LeanPage;
import io.github.nodesonde.chain.lean.client.LeanSyncing;
import java.util.Locale;
import java.util.Optional;

/** What a node says of its own sync, and where it says so. */
public record SyncReport(boolean synced, Source source) {

    /** Where a node may say it. */
    public enum Source {
        /** {@code synced} of its health. */
        HEALTH,
        /** {@code is_syncing} of the answer that is about sync alone. */
        SYNCING,
        /** The status among its metrics. */
        METRIC;

        /** As the API prints it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The first that tells. */
    static Optional<SyncReport> first(
            Optional<LeanHealth> health, Optional<LeanSyncing> syncing, Optional<LeanPage> page) {
        return health.flatMap(LeanHealth::synced)
                .map(synced -> new SyncReport(synced, Source.HEALTH))
                .or(() -> syncing.map(answer -> new SyncReport(!answer.syncing(), Source.SYNCING)))
                .or(() -> page.flatMap(told -> told.state().synced())
                        .map(synced -> new SyncReport(synced, Source.METRIC)));
    }
}
