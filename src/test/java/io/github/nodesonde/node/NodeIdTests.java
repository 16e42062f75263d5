package io.github.nodesonde.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeIdTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "lean-0", "0", "validator-eu-1"})
    void dnsLabelIsAnId(String text) {
        assertThat(NodeId.parse(text)).contains(new NodeId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a.b", "a_b", "a b", "ä", "a\n"})
    void anythingElseIsNone(String text) {
        assertThat(NodeId.parse(text)).isEmpty();
    }

    @Test
    void sixtyThreeCharactersAreTheMost() {
        assertThat(NodeId.parse("a".repeat(63))).isPresent();
        assertThat(NodeId.parse("a".repeat(64))).isEqualTo(Optional.empty());
    }
}
