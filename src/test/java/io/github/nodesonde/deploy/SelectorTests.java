package io.github.nodesonde.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectorTests {

    @Test
    void nameStandsAlone() {
        assertThat(Selector.in("time() - a_seconds > 900"))
                .containsExactly(new Selector("a_seconds", "", Set.of(), ""));
    }

    @Test
    void matchersKeepWhatTheirTextHolds() {
        assertThat(Selector.in("rate(a_total{x=\"}) by (\", y!~\"b|c\"}[5m] offset 1h) / on (x) b"))
                .containsExactly(
                        new Selector("a_total", "{x=\"}) by (\",y!~\"b|c\"}", Set.of(), ""),
                        new Selector("b", "", Set.of(), ""));
    }

    @Test
    void groupingIsThatOfAllAggregationsAround() {
        assertThat(Selector.in(
                        "sum by (x) (max by (x, y) (a) unless on (x) group_left () b) + max(c) or min without (z) (d)"))
                .containsExactly(
                        new Selector("a", "", Set.of("x", "y"), "max"),
                        new Selector("b", "", Set.of("x"), "sum"),
                        new Selector("c", "", Set.of(), "max"),
                        new Selector("d", "", Set.of(), "min"));
    }

    @Test
    void labelsAloneSelect() {
        assertThat(Selector.in("count({__name__=~\"a|b\"}) > bool 1"))
                .containsExactly(new Selector("", "{__name__=~\"a|b\"}", Set.of(), "count"));
    }
}
