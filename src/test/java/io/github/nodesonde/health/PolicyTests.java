package io.github.nodesonde.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.DownWhen;
import io.github.nodesonde.node.Network;
import io.github.nodesonde.node.NetworkSettings;
import io.github.nodesonde.node.Subject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTests {

    /** u: up, g: degraded, q: unknown, d: down, m: maintenance. */
    @ParameterizedTest(name = "{0}, min-up {1}: {2} is {3}")
    @CsvSource({
        "MAJORITY, 0, '',     UNKNOWN",
        "MAJORITY, 0, u,      UP",
        "MAJORITY, 0, uuu,    UP",
        "MAJORITY, 0, ug,     DEGRADED",
        "MAJORITY, 0, ggg,    DEGRADED",
        "MAJORITY, 0, uuq,    DEGRADED",
        "MAJORITY, 0, uq,     DEGRADED",
        "MAJORITY, 0, uqq,    UNKNOWN",
        "MAJORITY, 0, ud,     DEGRADED",
        "MAJORITY, 0, udd,    DOWN",
        "MAJORITY, 0, udq,    UNKNOWN",
        "MAJORITY, 0, udqd,   UNKNOWN",
        "MAJORITY, 0, uddd,   DOWN",
        "MAJORITY, 0, q,      UNKNOWN",
        "MAJORITY, 0, d,      DOWN",
        "ANY,      0, uuuuu,  UP",
        "ANY,      0, uuuud,  DOWN",
        "ANY,      0, uuuuq,  UNKNOWN",
        "ANY,      0, uuugg,  DEGRADED",
        "ALL,      0, udd,    DEGRADED",
        "ALL,      0, ddd,    DOWN",
        "ALL,      0, ddq,    UNKNOWN",
        "ALL,      0, qqq,    UNKNOWN",
        "NEVER,    0, ddd,    DEGRADED",
        "NEVER,    0, qqq,    DEGRADED",
        "NEVER,    0, uuu,    UP",
        "NEVER,    0, '',     UNKNOWN",
        "NEVER,    2, uud,    DEGRADED",
        "NEVER,    2, udd,    DOWN",
        "NEVER,    2, udq,    UNKNOWN",
        "NEVER,    2, gg,     DEGRADED",
        "NEVER,    2, u,      DOWN",
        "ALL,      2, uddd,   DOWN",
        "MAJORITY, 0, m,      MAINTENANCE",
        "MAJORITY, 0, mmm,    MAINTENANCE",
        "MAJORITY, 0, um,     UP",
        "MAJORITY, 0, dmmm,   DOWN",
        "MAJORITY, 0, qmmm,   UNKNOWN",
        "ALL,      0, dm,     DOWN",
        "NEVER,    2, uum,    UP",
        "NEVER,    2, umm,    DOWN",
    })
    void networkFollowsItsNodes(DownWhen downWhen, int minUp, String nodes, Verdict expected) {
        assertThat(new Policy(downWhen, minUp).verdict(counts(nodes), List.of()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} and a finding that is {1}: {2}")
    @CsvSource({
        "uu, UP,       UP",
        "uu, DEGRADED, DEGRADED",
        "uu, UNKNOWN,  UNKNOWN",
        "uu, DOWN,     DOWN",
        "qq, DEGRADED, UNKNOWN",
        "dd, UNKNOWN,  DOWN",
        "ug, UP,       DEGRADED",
        "'', DOWN,     UNKNOWN",
        "mm, DOWN,     MAINTENANCE",
    })
    void networkIsNoBetterThanItsOwnFindings(String nodes, Verdict finding, Verdict expected) {
        var own = List.of(Finding.of(new Subject.OfNetwork("n"), "r", finding, "because", Watched.START));

        assertThat(new Policy(DownWhen.MAJORITY, 0).verdict(counts(nodes), own)).isEqualTo(expected);
    }

    @Test
    void networkWithoutPolicyTakesTheGateways() {
        assertThat(Policy.of(Watched.network("n"), DownWhen.ANY)).isEqualTo(new Policy(DownWhen.ANY, 0));
    }

    @Test
    void networksOwnPolicyWins() {
        var network = new Network(
                "n", "kind", false, Optional.of(DownWhen.ALL), 3, 2, Duration.ofSeconds(2), new NetworkSettings.None());

        assertThat(Policy.of(network, DownWhen.ANY)).isEqualTo(new Policy(DownWhen.ALL, 3));
    }

    private static Counts counts(String nodes) {
        Stream<String> each = Arrays.stream(nodes.split("")).filter(letter -> !letter.isEmpty());
        return Counts.of(each.map(letter -> switch (letter) {
            case "u" -> Verdict.UP;
            case "g" -> Verdict.DEGRADED;
            case "q" -> Verdict.UNKNOWN;
            case "d" -> Verdict.DOWN;
            case "m" -> Verdict.MAINTENANCE;
            default -> throw new IllegalArgumentException(letter);
        }));
    }
}
