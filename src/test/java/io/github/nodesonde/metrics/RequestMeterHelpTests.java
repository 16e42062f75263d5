package io.github.nodesonde.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestMeterHelpTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void filter() {
        registry.config().meterFilter(new RequestMeterHelp());
    }

    @Test
    void whenARequestMeterHasNoHelpItGetsSome() {
        var id = Timer.builder("http.server.requests")
                .tag("uri", "/")
                .register(registry)
                .getId();

        assertThat(id.getDescription()).isEqualTo("Time taken to answer requests.");
        assertThat(id.getTag("uri")).isEqualTo("/");
    }

    @Test
    void othersAreLeftAsTheyAre() {
        var described = Timer.builder("http.server.requests").description("own").register(registry);
        var other = Timer.builder("other").register(registry);

        assertThat(described.getId().getDescription()).isEqualTo("own");
        assertThat(other.getId().getDescription()).isNull();
    }
}
