package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.health.Judgements;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest page made, for all who ask for the same within a moment: a hundred scrapers at once cost one page. Held only as
 * long as somebody reads it, for it holds on to all that was known of every node then. Thread-safe; who comes while it is
 * being made waits for it.
 */
final class SharedPage {

    /** Gateways' own meters move without a judging, so a page does not serve for long. */
    private static final long MOMENT_NANOS = Duration.ofMillis(500).toNanos();

    private @Nullable Made newest;

    /** The page made of these judgements a moment ago, else one made now. */
    synchronized MergedPage get(MetricsPages.Wanted wanted, Judgements judged, Supplier<MergedPage> page) {
        MergedPage made = newest == null ? null : newest.serving(wanted, judged);
        if (made == null) {
            made = page.get();
            newest = new Made(wanted, judged.version(), System.nanoTime(), new WeakReference<>(made));
        }
        return made;
    }

    private record Made(MetricsPages.Wanted wanted, long version, long atNanos, WeakReference<MergedPage> page) {

        @Nullable
        MergedPage serving(MetricsPages.Wanted other, Judgements newest) {
            boolean serves =
                    wanted.equals(other) && version == newest.version() && System.nanoTime() - atNanos < MOMENT_NANOS;
            return serves ? page.get() : null;
        }
    }
}
