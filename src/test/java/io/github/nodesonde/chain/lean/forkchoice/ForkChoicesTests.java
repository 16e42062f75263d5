package io.github.nodesonde.chain.lean.forkchoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.nodesonde.node.Node;
import io.github.nodesonde.probe.BadAnswer;
import org.junit.jupiter.api.Test;

class ForkChoicesTests {

    private final ForkChoices forkChoices = new ForkChoices();
    private final Node node = Told.node("lean-0");

    @Test
    void unchangedBytesAreNotReadAgain() throws BadAnswer {
        ForkChoice first = forkChoices.read(node, Answer.ofChain(1, 9).reply());

        assertThat(forkChoices.read(node, Answer.ofChain(1, 9).reply())).isSameAs(first);
    }

    @Test
    void changedBytesAre() throws BadAnswer {
        forkChoices.read(node, Answer.ofChain(1, 9).reply());

        assertThat(forkChoices.read(node, Answer.ofChain(1, 10).reply()).headSlot())
                .isEqualTo(10);
        assertThat(forkChoices.read(node, Answer.ofChain(1, 9).reply()).headSlot())
                .isEqualTo(9);
    }

    @Test
    void nodesThatTellTheSameShareOneObject() throws BadAnswer {
        ForkChoice told = forkChoices.read(node, Answer.ofChain(1, 9).reply());
        String otherBytes = Answer.ofChain(1, 9).toString().replace("\"weight\":3", "\"weight\":4");

        assertThat(forkChoices.read(Told.node("lean-1"), Answer.reply(otherBytes)))
                .isSameAs(told);
    }

    @Test
    void whatWasMalformedStaysSo() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(BadAnswer.class).isThrownBy(() -> forkChoices.read(node, Answer.reply("{}")));
        }
    }
}
