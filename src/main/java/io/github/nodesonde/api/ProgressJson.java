package io.github.nodesonde.api;

import io.github.nodesonde.health.Progress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far along its chain. */
public record ProgressJson(
        String unit,
        @Nullable Long head,
        @Nullable Long target,
        @Nullable Long distance,
        @Nullable Boolean synced,
        @Nullable Boolean syncedReported,
        @Nullable Boolean syncedDerived,
        @Nullable String syncedSource) {

    static @Nullable ProgressJson of(Optional<Progress> progress) {
        return progress.map(ProgressJson::of).orElse(null);
    }

    private static ProgressJson of(Progress progress) {
        return new ProgressJson(
                progress.unit(),
                progress.head().orElse(null),
                progress.target().orElse(null),
                progress.distance().orElse(null),
                progress.synced().orElse(null),
                progress.syncedReported().orElse(null),
                progress.syncedDerived().orElse(null),
                progress.syncedSource().orElse(null));
    }
}
