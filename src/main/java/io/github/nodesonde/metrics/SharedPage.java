package io.github.nodesonde.metrics;

import io.github.nodesonde.exposition.MergedPage;
import io.github.nodesonde.health.Judgements;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest page made, for all who ask for the same within a moment: a hundred scrapers at once cost one page. Thread-safe;
 * who comes while it is being made waits for it.
 */
final class SharedPage {

    /** Gateways' own meters move without a judging, so a page does not serve for long. */
    private static final long MOMENT_NANOS = Duration.ofMillis(500).toNanos();

    private @Nullable Made newest;

    /** The page made of these judgements a moment ago, else one made now. */
    synchronized MergedPage get(MetricsPages.Wanted wanted, Judgements judged, Supplier<MergedPage> page) {
        Made made = newest;
        if (made == null || !made.serves(wanted, judged)) {
            made = new Made(wanted, judged, System.nanoTime(), page.get());
            newest = made;
        }
        return made.page;
    }

    private record Made(MetricsPages.Wanted wanted, Judgements judged, long atNanos, MergedPage page) {

        boolean serves(MetricsPages.Wanted other, Judgements newest) {
            return wanted.equals(other)
                    && judged.version() == newest.version()
                    && System.nanoTime() - atNanos < MOMENT_NANOS;
        }
    }
}
