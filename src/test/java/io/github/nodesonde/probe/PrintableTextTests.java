package io.github.nodesonde.probe;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        assertThat(printable)
                .hasSizeLessThanOrEqualTo(PrintableText.MAX_LENGTH)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
        assertThat(PrintableText.of(printable)).isEqualTo(printable);
    }

    @Test
    void badAnswerAndFaultQuotePrintableTextOnly() {
        assertThat(BadAnswer.malformed("evil\nline \u001B[2J")).hasMessage("evil line \uFFFD[2J");
        var fault = PrintableFault.of(new IllegalStateException("a\nb", new IllegalArgumentException("c\nd")));
        assertThat(fault).hasMessage("java.lang.IllegalStateException: a b");
        assertThat(fault.getCause()).hasMessage("java.lang.IllegalArgumentException: c d");
    }
}
