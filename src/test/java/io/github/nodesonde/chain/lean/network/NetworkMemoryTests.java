package io.github.nodesonde.chain.lean.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.chain.lean.network.Lasting.Condition;
import io.github.nodesonde.health.PerNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkMemoryTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void whatLastsIsDatedAnewWhenTheClockIsSet() {
        Condition stall = new Condition.ChainStall();
        var memory = new NetworkMemory(Lasting.NOTHING.after(Set.of(stall), NOON), PerNode.none(), PerNode.none());

        assertThat(memory.later(Duration.ofHours(-1)).lasting().since())
                .isEqualTo(Map.of(stall, NOON.minusSeconds(3600)));
    }

    @Test
    void fallsThatWereCountedAreNotCountedAgainWhenTheClockIsSet() {
        assertThat(new HeadFalls(3, NOON).later(Duration.ofHours(1)))
                .isEqualTo(new HeadFalls(3, NOON.plusSeconds(3600)));
    }
}
