package io.github.nodesonde.demo;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** The demo fleet, with {@code nodesonde.demo=true} only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("nodesonde.demo")
class DemoConfiguration {

    @Bean
    static DemoStarter demoStarter(
            ConfigurableEnvironment environment, ObjectProvider<SimulatedKind> kinds, ObjectProvider<Clock> clock) {
        return new DemoStarter(environment, kinds, clock.getIfAvailable(Clock::systemUTC));
    }
}
