package io.github.nodesonde.chain.lean.forkchoice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nodesonde.probe.BadAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read plainly is what the tokens say; both readers are given the same. */
class PlainAnswerTests {

    private static final String PRINTED =
            Answer.ofChain(5, 9).block(8, 0xabcdef80, 7).toString();

    /** What mutations are made of: all that JSON gives a meaning, and what only looks like it. */
    private static final List<String> SCRAPS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            " ",
            "\n",
            "\t",
            "0",
            "1",
            "00",
            "-",
            ".",
            "e",
            "E3",
            "null",
            "true",
            "9007199254740993",
            "\"9\"",
            "0x",
            "0X",
            "f",
            "G",
            "\u0000",
            "\u00a0",
            "é",
            "{}",
            "[]",
            "[[[",
            "\"slot\":3,",
            "\"root\":\"" + Answer.root(3) + "\",",
            "\"x\":1,",
            "\"" + Answer.root(8) + "\"",
            Answer.root(8),
            ",\"nodes\":[]",
            "\"head\":null,",
            "\\u0031");

    @Test
    void whatClientsPrintIsReadPlainly() throws BadAnswer {
        String spaced = PRINTED.replace(",", ", ").replace(":", ": ");
        String indented = PRINTED.replace("{", "{\r\n\t").replace("}", "\r\n}").replace(",", ",\n  ");
        String reordered = PRINTED.replaceAll("(\"root\":\"[^\"]*\"),(\"slot\":[0-9]*)", "$2,$1");
        String uppercase = PRINTED.replace("abcdef80", "ABCdef80");

        for (String text : List.of(PRINTED, spaced, indented, reordered, uppercase, " " + PRINTED + " \n")) {
            assertThat(PlainAnswer.read(text.getBytes(UTF_8)))
                    .as(text)
                    .contains(ForkChoiceReader.readTokens(Answer.reply(PRINTED)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"weight\":3.5",
                "\"weight\":03",
                "\"weight\":1234567890123456",
                "\"weight\":\"3\"",
                "\"weight\":",
                "\"weight\":3,\"weight\":3",
                "\"weight\":3,",
                "\"weight\" :3",
                "\"weight\":3,\"other\":3",
                "\"weight\":3,\"head\":3"
            })
    void allElseIsLeftToTheOtherReader(String weight) {
        String unfamiliar = PRINTED.replaceFirst("\"weight\":3", weight);

        assertThat(PlainAnswer.read(unfamiliar.getBytes(UTF_8))).isEmpty();
    }

    @Property(tries = 1000)
    void mutatedAnswersAreReadAlikeOrNotAtAll(@ForAll("mutants") byte[] mutant) {
        Optional<ForkChoice> plain = PlainAnswer.read(mutant);

        plain.ifPresent(read -> assertThat(tokens(mutant)).contains(read));
    }

    @Property(tries = 1000)
    void answersOfAnyTreeAreReadAlike(@ForAll Random random) {
        byte[] printed = printed(random).getBytes(UTF_8);

        assertThat(PlainAnswer.read(printed)).isEqualTo(tokens(printed));
    }

    @Property(tries = 1000)
    void rootsAreReadAsFromText(@ForAll Random random) {
        byte[] text = ("0x" + digits(random)).getBytes(UTF_8);
        if (random.nextBoolean()) {
            text[random.nextInt(text.length)] = (byte) random.nextInt(256);
        }

        assertThat(Root.parse(text, 0)).isEqualTo(Root.parse(new String(text, ISO_8859_1)));
    }

    @Test
    void everyByteIsADigitForBothOrForNone() {
        for (int b = 0; b < 256; b++) {
            byte[] text = Answer.root(0).getBytes(UTF_8);
            text[2 + b % 64] = (byte) b;

            assertThat(Root.parse(text, 0)).as("byte %d", b).isEqualTo(Root.parse(new String(text, ISO_8859_1)));
        }
    }

    @Provide
    Arbitrary<byte[]> mutants() {
        return Arbitraries.randomValue(PlainAnswerTests::mutant);
    }

    private static byte[] mutant(Random random) {
        var text = new StringBuilder(random.nextBoolean() ? PRINTED : printed(random));
        for (int change = 1 + random.nextInt(3); change > 0; change--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(random.nextInt(10) == 0 ? 200 : 4));
            String piece = random.nextBoolean() ? SCRAPS.get(random.nextInt(SCRAPS.size())) : text.substring(from, to);
            switch (random.nextInt(3)) {
                case 0 -> text.replace(from, to, piece);
                case 1 -> text.insert(random.nextInt(text.length()), piece);
                default -> text.delete(from, to);
            }
        }
        byte[] mutant = text.toString().getBytes(UTF_8);
        if (mutant.length > 0 && random.nextInt(5) == 0) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        return mutant;
    }

    /** Blocks in any order on any earlier one, a few faults of content among them. */
    private static String printed(Random random) {
        int blocks = 1 + random.nextInt(12);
        var nodes = new ArrayList<Integer>();
        for (int block = 1; block <= blocks; block++) {
            nodes.add(block);
        }
        Collections.shuffle(nodes, random);
        var answer = new Answer();
        for (int block : nodes) {
            answer.block(block * 3L, root(block), random.nextInt(30) == 0 ? root(blocks) : root(random.nextInt(block)));
        }
        return answer.head(root(random.nextInt(blocks + 1)))
                .finalized(random.nextInt(blocks), root(1))
                .validatorsAs(random.nextBoolean() ? "9" : "0")
                .toString();
    }

    private static long root(int block) {
        return block * 0x0123_4567_89ab_cdefL;
    }

    private static String digits(Random random) {
        return random.ints(64, 0, 22)
                .mapToObj("0123456789abcdefABCDEF"::charAt)
                .map(String::valueOf)
                .collect(joining());
    }

    private static Optional<ForkChoice> tokens(byte[] text) {
        try {
            return Optional.of(ForkChoiceReader.readTokens(Answer.reply(text)));
        } catch (BadAnswer _) {
            return Optional.empty();
        }
    }
}
