package io.github.nodesonde.chain.lean.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotClockTests {

    private final SlotClock clock = new SlotClock(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofSeconds(4));

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 0",
        "2026-01-01T00:00:03.999Z, 0",
        "2026-01-01T00:00:04Z, 1",
        "2026-01-01T00:01:00Z, 15",
        "2025-12-31T23:59:59.999Z,",
        "2020-01-01T00:00:00Z,"
    })
    void slotIsTheNumberOfWholeSlotsSinceGenesisAndNoneBeforeIt(Instant now, Long slot) {
        assertThat(clock.at(now)).isEqualTo(Optional.ofNullable(slot));
    }
}
