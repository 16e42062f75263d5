package io.github.nodesonde.chain.lean.forkchoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.BadAnswer;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkChoiceReaderTests {

    @Test
    void ancestryOfTheHeadIsKept() throws BadAnswer {
        ForkChoice read = ForkChoiceReader.read(
                Answer.ofChain(5, 9).block(8, 80, 7).block(3, 30, 2).reply());

        assertThat(read.headSlot()).isEqualTo(9);
        assertThat(read.chain().length()).isEqualTo(5);
        assertThat(read.chain().bottom()).isEqualTo(new Block(5, new Root(0, 0, 0, 5)));
        assertThat(read.finalized()).isEqualTo(new Block(5, new Root(0, 0, 0, 5)));
        assertThat(read.justifiedSlot()).isEqualTo(5);
        assertThat(read.validators()).contains(9L);
    }

    @Test
    void orderOfBlocksDoesNotMatter() throws BadAnswer {
        var upward = new Answer().block(1, 1, 0).block(2, 2, 1).block(4, 4, 2).head(4);
        var downward = new Answer().block(4, 4, 2).block(2, 2, 1).block(1, 1, 0).head(4);

        assertThat(ForkChoiceReader.read(upward.reply())).isEqualTo(ForkChoiceReader.read(downward.reply()));
    }

    @Test
    void headMayBeAnObject() throws BadAnswer {
        Answer answer = Answer.ofChain(1, 3).headAs("{\"slot\":3,\"root\":\"" + Answer.root(3) + "\"}");

        assertThat(ForkChoiceReader.read(answer.reply()).headSlot()).isEqualTo(3);
    }

    @Test
    void integersMayBeQuotedAndRootsOfEitherCase() throws BadAnswer {
        String plain = new Answer().block(171, 0xabc, 0xdef).head(0xabc).toString();
        String odd = plain.replace("\"slot\":171", "\"slot\":\"171\"")
                .replace("validator_count\":9", "validator_count\":\"9\"")
                .replaceFirst("0abc", "0ABc");

        assertThat(odd).isNotEqualTo(plain);
        assertThat(ForkChoiceReader.read(Answer.reply(odd))).isEqualTo(ForkChoiceReader.read(Answer.reply(plain)));
    }

    @Test
    void unknownNumberOfValidatorsIsNone() throws BadAnswer {
        Answer answer = Answer.ofChain(1, 3).validatorsAs("null");

        assertThat(ForkChoiceReader.read(answer.reply()).validators()).isEmpty();
    }

    @Test
    void unknownFieldsAreIgnoredHoweverDeep() throws BadAnswer {
        String body = Answer.ofChain(1, 3).toString().replace("\"weight\":3", "\"weight\":{\"a\":[1,{}]}");

        assertThat(ForkChoiceReader.read(Answer.reply(body)).headSlot()).isEqualTo(3);
    }

    @Test
    void blockThatComesBeforeItsParentIsNamed() {
        assertThat(fault(new Answer().block(5, 1, 2).block(7, 2, 0).head(1)))
                .isEqualTo("the node at slot 5 (0x00000000…) does not come after its parent at slot 7 (0x00000000…):"
                        + " slots run backwards, or parents in a circle");
    }

    @Test
    void circlesAreFoundAlsoBesideTheHeadsAncestry() {
        assertThat(fault(Answer.ofChain(1, 3).block(7, 70, 80).block(8, 80, 70)))
                .contains("parents in a circle");
        assertThat(fault(Answer.ofChain(1, 3).block(7, 70, 70))).contains("parents in a circle");
    }

    @Test
    void rootThatOccursTwiceIsNamed() {
        assertThat(fault(Answer.ofChain(1, 3).block(3, 3, 2))).isEqualTo("two nodes have the root 0x00000000…");
    }

    @Test
    void headOutsideTheTreeIsNamed() {
        assertThat(fault(Answer.ofChain(1, 3).head(77))).isEqualTo("the head 0x00000000… is none of the nodes");
        assertThat(fault(new Answer().head(1))).isEqualTo("the head 0x00000000… is none of the nodes");
    }

    @Test
    void finalizedAboveTheHeadIsNoFinality() {
        assertThat(fault(Answer.ofChain(1, 3).finalized(4, 4)))
                .isEqualTo("finalized slot 4 (0x00000000…) lies above the head, slot 3 (0x00000000…)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "9007199254740993",
                "-1",
                "1.5",
                "1e3",
                "true",
                "null",
                "\"\"",
                "\"-1\"",
                "{}"
            })
    void slotIsAWholeNumberThatADoubleHolds(String slot) {
        String body = Answer.ofChain(1, 3).toString().replaceFirst("\"slot\":3,", "\"slot\":" + slot + ",");

        assertThat(fault(body)).isEqualTo("a node's slot is not a whole number from 0 to 9007199254740992");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x12", "12", "", "0x", "0X", "zz"})
    void rootIsOf32Bytes(String root) {
        String body =
                Answer.ofChain(1, 3).toString().replaceFirst("\"root\":\"0x[0-9]+\"", "\"root\":\"" + root + "\"");

        assertThat(fault(body)).isEqualTo("a node's root is not 0x and 64 hexadecimal digits");
    }

    @Test
    void rootOfOneDigitTooManyOrOfAnotherAlphabetIsNone() {
        String good = Answer.root(3);

        assertThat(Root.parse(good)).isPresent();
        assertThat(Root.parse(good + "0")).isEmpty();
        assertThat(Root.parse(good.replace("0x0", "0xg"))).isEmpty();
        assertThat(Root.parse(good.replace("0x0", "0x\u0661"))).isEmpty();
        assertThat(Root.parse(good.toUpperCase(Locale.ROOT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodes", "head", "justified", "finalized"})
    void everyPartThatIsNeededIsMissed(String part) {
        String body = Answer.ofChain(1, 3).toString().replace("\"" + part + "\"", "\"other\"");

        assertThat(fault(body)).startsWith(part).contains("missing");
    }

    @Test
    void everyFieldOfABlockIsMissed() {
        assertThat(fault(new Answer().node("{}").head(1))).isEqualTo("a node's slot is missing");
        assertThat(fault(new Answer().node("3").head(1))).isEqualTo("a node is not an object");
        assertThat(fault("{\"nodes\":{}}")).isEqualTo("nodes is not a list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nodes\":[],\"nodes\":[]}",
                "{\"nodes\":[{\"slot\":1,\"slot\":1}]}",
                "{\"x\":{\"a\":1,\"a\":1}}",
                "{\"nodes\":[",
                "{\"nodes\":[NaN]}"
            })
    void whatIsNoStrictJsonIsMalformed(String body) {
        assertThat(fault(body)).startsWith("the body is not valid JSON");
    }

    @Test
    void depthIsBounded() {
        assertThat(fault("{\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}"))
                .startsWith("the body is not acceptable JSON: too deep");
    }

    @Test
    void nothingMayFollow() {
        assertThat(fault(Answer.ofChain(1, 3) + " {}")).isEqualTo("something follows the JSON object");
        assertThat(fault("[]")).isEqualTo("the body is not a JSON object");
        assertThat(fault("<html>")).isEqualTo("the body is markup, not JSON");
    }

    @Test
    void moreBlocksThanAreTakenAreTooMany() throws BadAnswer {
        int most = ForkChoiceReader.MOST_BLOCKS;

        assertThat(ForkChoiceReader.read(Answer.ofChain(1, most).reply())
                        .chain()
                        .length())
                .isEqualTo(most);
        assertThat(fault(Answer.ofChain(1, most + 1))).isEqualTo("nodes are more than 32768 blocks");
    }

    private static String fault(Answer answer) {
        return fault(answer.toString());
    }

    private static String fault(String body) {
        BadAnswer fault = catchThrowableOfType(BadAnswer.class, () -> ForkChoiceReader.read(Answer.reply(body)));
        assertThat(fault.reason()).isEqualTo(Reason.MALFORMED);
        return Objects.requireNonNull(fault.getMessage());
    }
}
