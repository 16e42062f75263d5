package io.github.nodesonde.chain.genlayer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NodeTextTests {

    @Test
    void plainTextStaysAsItIs() {
        assertThat(NodeText.brief("not synced: é 日本 🚀", 40)).isEqualTo("not synced: é 日本 🚀");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(NodeText.brief("🚀🚀🚀🚀", 3)).isEqualTo("🚀🚀…");
    }

    @Property
    void whateverANodeWritesIsShownOnOneLineOfBoundedLength(@ForAll String text) {
        String brief = NodeText.brief(text, 20);

        assertThat(NodeText.isPrintable(brief)).isTrue();
        assertThat(brief.codePointCount(0, brief.length())).isLessThanOrEqualTo(20);
    }
}
