package io.github.nodesonde.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortableIdTests {

    private static final String FIRST_MILLISECOND = "0000000000";

    @Test
    void idsSortByTime() {
        List<String> ids = Stream.of(0L, 1L, 31L, 32L, 1_700_000_000_000L, 1_800_000_000_000L)
                .map(Instant::ofEpochMilli)
                .map(SortableId::at)
                .toList();

        assertThat(ids).isSorted().allMatch(id -> id.matches("[0-9A-HJKMNP-TV-Z]{26}"));
    }

    @Test
    void timeIsThatOfAUlid() {
        assertThat(SortableId.at(Instant.ofEpochMilli(1_469_918_176_385L))).startsWith("01ARYZ6S41");
    }

    @Test
    void idsOfOneTimeDiffer() {
        assertThat(Stream.generate(() -> SortableId.at(Instant.EPOCH)).limit(1_000))
                .doesNotHaveDuplicates();
    }

    @Test
    void timeBefore1970SortsFirst() {
        assertThat(SortableId.at(Instant.EPOCH.minusSeconds(1))).startsWith(FIRST_MILLISECOND);
        assertThat(SortableId.at(Instant.ofEpochMilli(Long.MIN_VALUE))).startsWith(FIRST_MILLISECOND);
    }
}
