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

/**
 * Starts the demo fleet, sets {@code nodesonde.inventory} to its file, whatever else it may have been set to, and stops
 * the fleet with the application context. A post-processor, because the property must be set before any bean that reads
 * it is made, and cannot be set earlier, for the simulated kinds are beans themselves.
 */
final class DemoStarter implements BeanFactoryPostProcessor, AutoCloseable {

    static final String INVENTORY_PROPERTY = "nodesonde.inventory";

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
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "demo", Map.of(INVENTORY_PROPERTY, started.inventory().toString())));
    }

    @Override
    public void close() {
        if (fleet != null) {
            fleet.close();
        }
    }
}
