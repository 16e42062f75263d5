package io.github.nodesonde.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** How many of the nodes' own families have no type on the newest page of all, for nodes disagree about them. Thread-safe. */
@Component
final class TypeConflicts {

    private final MeterRegistry registry;
    private volatile int families;

    TypeConflicts(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Takes the newest number; before the first there is no series. */
    void tell(int newest) {
        families = newest;
        Gauge.builder(OwnSignals.CONFLICTING_FAMILIES.name(), this, told -> told.families)
                .description(OwnSignals.CONFLICTING_FAMILIES.help())
                .strongReference(true)
                .register(registry);
    }
}
