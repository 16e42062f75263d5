package io.github.nodesonde.health;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.nodesonde.testing.LogCapture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnFaultsTests {

    private final LogCapture logged = new LogCapture(OwnFaults.class);
    private final OwnFaults faults = new OwnFaults();

    @AfterEach
    void release() {
        logged.close();
    }

    @Test
    void sameFaultIsLoggedOnceWithItsStack() {
        for (int i = 0; i < 3; i++) {
            faults.tell("rule r", new IllegalStateException("attempt " + i));
        }

        assertThat(logged.events()).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getFormattedMessage()).startsWith("rule r failed");
            assertThat(line.getThrowableProxy().getMessage()).isEqualTo("attempt 0");
        });
    }

    @Test
    void anotherCulpritAnotherFaultAndAnotherPlaceAreLoggedToo() {
        faults.tell("rule r", new IllegalStateException());
        faults.tell("rule s", new IllegalStateException());
        faults.tell("rule r", new IllegalArgumentException());
        faults.tell("rule r", elsewhere());

        assertThat(logged.events()).hasSize(4);
    }

    private static RuntimeException elsewhere() {
        return new IllegalStateException();
    }
}
