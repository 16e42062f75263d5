package io.github.nodesonde.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * What asks and judges nodes, as the gateway does, without what reads the inventory again, without any server, and without
 * the loops that would ask and judge by themselves. Whoever starts it says which fleet is watched. No component itself, so
 * that the gateway does not find it.
 */
@ComponentScan(
        basePackages = {
            "io.github.nodesonde.chain",
            "io.github.nodesonde.command",
            "io.github.nodesonde.health",
            "io.github.nodesonde.metrics",
            "io.github.nodesonde.observation",
            "io.github.nodesonde.probe",
            "io.github.nodesonde.transport"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Lifecycle.class))
@ConfigurationPropertiesScan({
    "io.github.nodesonde.chain",
    "io.github.nodesonde.command",
    "io.github.nodesonde.health",
    "io.github.nodesonde.metrics",
    "io.github.nodesonde.probe",
    "io.github.nodesonde.transport"
})
class OneNodeGateway {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PrometheusMeterRegistry registry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }
}
