package io.github.nodesonde.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void secondsAreTaken() {
        assertThat(RetryAfter.of(" 120 ", NOW)).contains(Duration.ofMinutes(2));
    }

    @Test
    void dateIsTaken() {
        assertThat(RetryAfter.of("Sun, 22 Nov 2026 12:01:30 GMT", NOW)).contains(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "soon", "1.5", "99999999999", "Sun, 22 Nov 2026 11:59:00 GMT"})
    void whatIsNeitherOrHasPassedSaysNothing(String header) {
        assertThat(RetryAfter.of(header, NOW)).isEmpty();
    }

    @Test
    void withoutHeaderNothingIsSaid() {
        assertThat(RetryAfter.of(null, NOW)).isEmpty();
    }
}
