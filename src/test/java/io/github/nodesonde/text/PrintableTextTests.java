package io.github.nodesonde.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTests {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain text,plain text",
                "ä € 😀,ä € 😀",
                "' padded  out ',padded out",
                "'one\r\nWARN two',one WARN two",
                "a\u2028b\u2029c,a b c",
                "\u001B[31mred,\uFFFD[31mred",
                "\u202Egnp.exe,\uFFFDgnp.exe",
                "nul\0,nul\uFFFD",
                "half \uD83D,half \uFFFD"
            })
    void whatDoesNotPrintIsReplaced(String text, String printable) {
        assertThat(PrintableText.of(text)).isEqualTo(printable);
    }

    @Test
    void longTextIsCut() {
        assertThat(PrintableText.of("x".repeat(5000))).isEqualTo("x".repeat(199) + "…");
        assertThat(PrintableText.of("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(PrintableText.of("x".repeat(198) + "😀😀")).isEqualTo("x".repeat(198) + "…");
    }

    @Property
    void resultIsShortOneLineAndStays(@ForAll String text) {
        String printable = PrintableText.of(text);

        assertThat(printable).hasSizeLessThanOrEqualTo(PrintableText.MAX_LENGTH).matches(PrintableText::isPrintable);
        assertThat(PrintableText.of(printable)).isEqualTo(printable);
    }

    @Property
    void capIsTheCallers(@ForAll String text, @ForAll @IntRange(min = 1, max = 50) int most) {
        assertThat(PrintableText.of(text, most)).hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void quotedTextIsShorter() {
        assertThat(PrintableText.quoted("a\nb")).isEqualTo("'a b'");
        assertThat(PrintableText.quoted("x".repeat(64))).isEqualTo("'" + "x".repeat(64) + "'");
        assertThat(PrintableText.quoted("x".repeat(65))).isEqualTo("'" + "x".repeat(63) + "…'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v0.5.9", "not synced: é 日本 🚀", " "})
    void whatShowsOnOneLineIsPrintable(String text) {
        assertThat(PrintableText.isPrintable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "\u001B[31m",
                "\u0085",
                "\u202E",
                "\u200B",
                "\u2028",
                "\u2029",
                "\uD83D",
                "\uE000",
                "\u0378"
            })
    void whatHidesOrBreaksALineIsNot(String text) {
        assertThat(PrintableText.isPrintable(text)).isFalse();
    }
}
