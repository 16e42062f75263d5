package io.github.nodesonde.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Fleet;
import io.github.nodesonde.node.LiveFleet;
import io.github.nodesonde.observation.ObservationLog;
import io.github.nodesonde.transport.Transport;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class ProbeWiringTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Asking.class);

    @Test
    void withoutAnyKindOfNodeTheLoopRuns() {
        context.run(started -> {
            assertThat(started).hasNotFailed().hasSingleBean(AskNow.class);
            assertThat(started.getBean(ProbeLoop.class).isRunning()).isTrue();
        });
    }

    @Test
    void boundBelowOneIsRefused() {
        context.withPropertyValues("nodesonde.probe.max-concurrent=0")
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .rootCause()
                        .hasMessage("nodesonde.probe.max-concurrent must be at least 1"));
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = {Transport.class, ObservationLog.class})
    @ComponentScan(basePackageClasses = AskNow.class)
    @ConfigurationPropertiesScan(basePackageClasses = {Transport.class, AskNow.class})
    static class Asking {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        LiveFleet fleet() {
            return () -> Fleet.EMPTY;
        }
    }
}
