package io.github.nodesonde.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.node.Subject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingTests {

    @Test
    void wordsOfANodeCannotForgeALine() {
        assertThat(because("no\r\n2026-01-01 INFO all is well\u001b[32m\u2028\u202eend"))
                .isEqualTo("no 2026-01-01 INFO all is well\uFFFD[32m \uFFFDend");
    }

    @Test
    void longWordsAreCut() {
        assertThat(because("é".repeat(5_000))).hasSize(1_000).endsWith("é…");
    }

    @Test
    void noHalfOfACharacterIsLeftWhereWordsAreCut() {
        assertThat(because("x".repeat(998) + "😀" + "y")).isEqualTo("x".repeat(998) + "…");
    }

    @Test
    void shortPrintableWordsStayAsTheyAre() {
        assertThat(because("head 94 is 6 behind the network's 100, 世界 😀"))
                .isEqualTo("head 94 is 6 behind the network's 100, 世界 😀");
    }

    @Test
    void worstComesFirstThenTheRuleDecides() {
        assertThat(Stream.of(finding("b", Verdict.UP), finding("c", Verdict.DOWN), finding("a", Verdict.DOWN))
                        .sorted(Finding.ORDER)
                        .map(Finding::rule))
                .containsExactly("a", "c", "b");
    }

    private static String because(String text) {
        return Finding.of(Subject.FLEET, "r", Verdict.DOWN, text, Watched.START).because();
    }

    private static Finding finding(String rule, Verdict verdict) {
        return Finding.of(Subject.FLEET, rule, verdict, "because", Watched.START);
    }
}
