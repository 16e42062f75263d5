package io.github.nodesonde.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableFaultTests {

    @Test
    void badAnswerAndFaultQuotePrintableTextOnly() {
        assertThat(BadAnswer.malformed("evil\nline \u001B[2J")).hasMessage("evil line \uFFFD[2J");
        var fault = PrintableFault.of(new IllegalStateException("a\nb", new IllegalArgumentException("c\nd")));
        assertThat(fault).hasMessage("java.lang.IllegalStateException: a b");
        assertThat(fault.getCause()).hasMessage("java.lang.IllegalArgumentException: c d");
    }
}
