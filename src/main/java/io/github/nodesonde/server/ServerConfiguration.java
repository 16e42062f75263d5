package io.github.nodesonde.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What both servers have beside their limits, which are properties. Part of each port's own context. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** As long as a slow line may take for a whole answer. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    /** The one answer without an end. */
    private static final String STREAM = "/api/v1/events";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    @Bean
    AnswerDeadlineFilter answerDeadlineFilter(MeterRegistry registry) {
        Counter cut = Counter.builder(ServerSignals.CUT.name())
                .description(ServerSignals.CUT.help())
                .register(registry);
        return new AnswerDeadlineFilter(LONGEST_ANSWER, Set.of(STREAM), cut::increment);
    }
}
