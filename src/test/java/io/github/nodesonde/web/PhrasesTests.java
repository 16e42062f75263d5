package io.github.nodesonde.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.api.CountsJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s ago",
        "1.4, 1 s ago",
        "59.4, 59 s ago",
        "60, 1 min ago",
        "3599, 59 min ago",
        "3600, 1 h ago",
        "172799, 47 h ago",
        "172800, 2 d ago",
        ", never answered"
    })
    void ageIsToldInItsLargestUnit(Double seconds, String words) {
        assertThat(Phrases.ago(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0, no nodes",
        "1, 0, 0, 0, 0, its one node is up",
        "0, 0, 0, 1, 0, 'its one node is not up, 1 down'",
        "3, 0, 0, 0, 0, all 3 nodes are up",
        "1, 2, 0, 0, 0, '1 of 3 nodes is up, 2 degraded'",
        "4, 1, 2, 3, 1, '4 of 11 nodes are up, 3 down, 2 unknown, 1 degraded, 1 in maintenance'"
    })
    void countsAreToldWorstFirst(int up, int degraded, int unknown, int down, int maintenance, String words) {
        int total = up + degraded + unknown + down + maintenance;

        assertThat(Phrases.counts(new CountsJson(total, up, degraded, unknown, down, maintenance)))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "any, 0, down when one node is",
        "majority, 0, down when most nodes are",
        "all, 2, 'down when every node is, or when fewer than 2 remain'",
        "never, 0, never down by count"
    })
    void policyIsToldWithTheLeastNumberOfNodes(String policy, int minUp, String words) {
        assertThat(Phrases.policy(policy, minUp)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "up, The fleet is up",
        "degraded, The fleet is degraded",
        "down, The fleet is down",
        "maintenance, The fleet is in maintenance",
        "unknown, The state of the fleet is unknown"
    })
    void everyVerdictIsAHeadline(String verdict, String words) {
        assertThat(Phrases.headline(verdict)).isEqualTo(words);
    }

    @Test
    void clockThatWentBackLastsNothing() {
        var now = Instant.parse("2026-11-22T03:46:28Z");

        assertThat(Phrases.lasting(now.plusSeconds(5), now)).isEqualTo("0 s");
    }
}
