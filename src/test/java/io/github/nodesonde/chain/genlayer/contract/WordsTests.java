package io.github.nodesonde.chain.genlayer.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordsTests {

    static final String UINT_MAX = "115792089237316195423570985008687907853269984665640564039457584007913129639935";

    @Property
    void numbersComeBackAsTheyWereWritten(
            @ForAll @Size(max = 20) List<@BigRange(min = "0", max = UINT_MAX) BigInteger> numbers)
            throws UnreadableWords {
        Words words = Words.of(
                "0x" + String.join("", numbers.stream().map(WordsTests::word).toList()));

        assertThat(words.size()).isEqualTo(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(words.number(i)).isEqualTo(numbers.get(i));
        }
    }

    @Property
    void elementsComeBackAsTheyWereWritten(
            @ForAll @Size(max = 30) List<@BigRange(min = "0", max = UINT_MAX) BigInteger> numbers,
            @ForAll @IntRange(min = 1, max = 4) int each)
            throws UnreadableWords {
        List<BigInteger> whole = numbers.subList(0, numbers.size() / each * each);

        List<Words> elements =
                Words.of("0x" + array(whole.size() / each, whole)).elements(each);

        var read = new ArrayList<BigInteger>();
        for (Words element : elements) {
            for (int i = 0; i < element.exactly(each).size(); i++) {
                read.add(element.number(i));
            }
        }
        assertThat(read).isEqualTo(whole);
    }

    @Property
    void arrayThatIsLongerOrShorterThanItSaysIsUnreadable(
            @ForAll @IntRange(max = 20) int said, @ForAll @IntRange(max = 20) int there) throws UnreadableWords {
        Words words = Words.of("0x" + array(said, Collections.nCopies(there, BigInteger.TWO)));

        if (said == there) {
            assertThat(words.elements(1)).hasSize(there);
        } else {
            assertThatThrownBy(() -> words.elements(1)).isInstanceOf(UnreadableWords.class);
        }
    }

    @Property
    void whateverIsSentIsReadOrRefused(@ForAll @StringLength(max = 300) String text) {
        try {
            Words words = Words.of(text);
            assertThat(words.digits()).hasSize(64 * words.size());
            words.elements(3);
        } catch (UnreadableWords e) {
            assertThat(e).hasMessageNotContaining("Exception");
        }
    }

    @Property
    void cutWordIsUnreadable(@ForAll @IntRange(min = 1, max = 63) int missing) {
        String cut = "0x" + word(BigInteger.ONE).substring(missing);

        assertThatThrownBy(() -> Words.of(cut)).hasMessage("not whole words of 32 bytes");
    }

    @Property
    void addressComesBackInWhateverCase(@ForAll @BigRange(min = "0", max = UINT_MAX) BigInteger number)
            throws UnreadableWords {
        String digits = word(number).substring(24);

        assertThat(Words.of("0x" + "0".repeat(24) + digits.toUpperCase(Locale.ROOT))
                        .address(0))
                .isEqualTo(new Address(digits));
    }

    @Test
    void nothingIsNoWord() throws UnreadableWords {
        assertThat(Words.of("0x").size()).isZero();
        assertThatThrownBy(() -> Words.of("0x").number(0)).isInstanceOf(UnreadableWords.class);
    }

    @Test
    void addressWithMoreThanTwentyBytesIsUnreadable() throws UnreadableWords {
        Words words = Words.of("0x" + "1" + "0".repeat(63));

        assertThatThrownBy(() -> words.address(0)).hasMessage("an address that is too long");
    }

    @Test
    void flagIsZeroOrOne() throws UnreadableWords {
        Words words = Words.of("0x" + word(BigInteger.ZERO) + word(BigInteger.ONE) + word(BigInteger.TWO));

        assertThat(words.flag(0)).isFalse();
        assertThat(words.flag(1)).isTrue();
        assertThatThrownBy(() -> words.flag(2)).hasMessage("a flag that is neither 0 nor 1");
    }

    @Test
    void countThatNoLongHoldsIsUnreadable() throws UnreadableWords {
        Words words = Words.of("0x" + word(BigInteger.TWO.pow(63)));

        assertThatThrownBy(() -> words.count(0)).hasMessage("a number that is far too large");
    }

    @Test
    void arrayThatBeginsBehindItsEndIsUnreadable() throws UnreadableWords {
        Words words = Words.of("0x" + word(BigInteger.valueOf(3200)) + word(BigInteger.ZERO));

        assertThatThrownBy(() -> words.elements(1)).hasMessage("an array that begins elsewhere");
    }

    private static String array(int length, List<BigInteger> words) {
        return word(BigInteger.valueOf(32))
                + word(BigInteger.valueOf(length))
                + String.join("", words.stream().map(WordsTests::word).toList());
    }

    private static String word(BigInteger number) {
        return String.format(Locale.ROOT, "%064x", number);
    }
}
