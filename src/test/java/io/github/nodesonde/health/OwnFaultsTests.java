package io.github.nodesonde.health;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OwnFaultsTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger(OwnFaults.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final OwnFaults faults = new OwnFaults();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
    }

    @Test
    void sameFaultIsLoggedOnceWithItsStack() {
        for (int i = 0; i < 3; i++) {
            faults.tell("rule r", new IllegalStateException("attempt " + i));
        }

        assertThat(lines.list).singleElement().satisfies(line -> {
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

        assertThat(lines.list).hasSize(4);
    }

    private static RuntimeException elsewhere() {
        return new IllegalStateException();
    }
}
