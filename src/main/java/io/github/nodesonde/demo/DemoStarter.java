package io.github.nodesonde.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Starts the demo fleet, sets {@code nodesonde.inventory} to its file, whatever else it may have been set to, and stops
 * the fleet with the application context. What is remembered of the fleet goes with it, unless the operator says where
 * else to keep it. A post-processor, because the property must be set before any bean that reads
 * it is made, and cannot be set earlier, for the simulated kinds are beans themselves.
 */
final class DemoStarter implements BeanFactoryPostProcessor, AutoCloseable {

    static final String INVENTORY_PROPERTY = "nodesonde.inventory";
    static final String HISTORY_PROPERTY = "nodesonde.history.path";
    static final String MAINTENANCE_PROPERTY = "nodesonde.maintenance.file";

    private final ConfigurableEnvironment environment;
    private final ObjectProvider<SimulatedKind> kinds;
    private final Clock clock;
    private @Nullable DemoFleet fleet;

    DemoStarter(ConfigurableEnvironment environment, ObjectProvider<SimulatedKind> kinds, Clock clock) {
        this.environment = environment;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Instant startedAt = clock.instant();
        DemoFleet started = DemoFleet.start(
                kinds.orderedStream()
                        .flatMap(kind -> kind.networks(startedAt).stream())
                        .toList(),
                clock);
        fleet = started;
        MutablePropertySources sources = environment.getPropertySources();
        sources.addFirst(new MapPropertySource(
                "demo", Map.of(INVENTORY_PROPERTY, started.inventory().toString())));
        sources.addLast(new MapPropertySource(
                "demo defaults",
                Map.of(
                        HISTORY_PROPERTY,
                        started.folder().resolve("history").toString(),
                        MAINTENANCE_PROPERTY,
                        started.folder().resolve("maintenance.json").toString())));
    }

    @Override
    public void close() {
        if (fleet != null) {
            fleet.close();
        }
    }
}
