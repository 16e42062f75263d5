package io.github.nodesonde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.health.Verdict;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColoursTests {

    @Test
    void everyVerdictHasAColourOfItsOwn() {
        var colours = new Colours(true);

        assertThat(Arrays.stream(Verdict.values()).map(colours::of))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("\u001b\\[3[0-9]m[a-z]+\u001b\\[0m"));
    }

    @Test
    void whatIsNoTerminalShowsNone() {
        assertThat(Colours.of(null, Map.of("TERM", "xterm")).of(Verdict.DOWN)).isEqualTo("down");
    }

    @Test
    void whoAsksForNoneGetsNone() {
        assertThat(Colours.wanted(Map.of("TERM", "xterm"))).isTrue();
        assertThat(Colours.wanted(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
        assertThat(Colours.wanted(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
        assertThat(Colours.wanted(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Colours.wanted(Map.of())).isFalse();
    }
}
