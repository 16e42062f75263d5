package io.github.nodesonde.chain.genlayer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InspectReaderTests {

    @Property(tries = 500)
    void whatIsPrintedIsReadBack(@ForAll("values") Literal value, @ForAll long layout) throws UnreadableOutput {
        assertThat(InspectReader.read(new InspectPrinter(layout).print(value))).isEqualTo(value);
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedInOneWay(@ForAll String text) {
        readOrRefused(text);
    }

    @Property(tries = 1000)
    void textOfTheSyntaxIsReadOrRefusedInOneWay(@ForAll("syntax") String text) {
        readOrRefused(text);
    }

    @Property(tries = 300)
    void cutTextIsRefused(@ForAll("structures") Literal value, @ForAll long layout) {
        String printed = new InspectPrinter(layout).print(value);

        refused(printed.substring(0, printed.length() - 1));
    }

    @Example
    void objectsMayStandOnOneLine() throws UnreadableOutput {
        assertThat(InspectReader.read("{ count: 0, validators: [] }"))
                .isEqualTo(structure(Map.entry("count", number("0")), Map.entry("validators", list())));
        assertThat(InspectReader.read("{ count: 1, validators: [ '0xA' ] }"))
                .isEqualTo(structure(Map.entry("count", number("1")), Map.entry("validators", list(text("0xA")))));
    }

    @Example
    void everyKindOfQuoteIsRead() throws UnreadableOutput {
        assertThat(InspectReader.read("[ 'a\"b', \"it's\", `'\"`, '\\'\"`', 'x\\x1B[31m\\n\\u00e9' ]"))
                .isEqualTo(list(text("a\"b"), text("it's"), text("'\""), text("'\"`"), text("x\u001B[31m\n\u00e9")));
    }

    @Example
    void textPrintedLineByLineIsOneText() throws UnreadableOutput {
        assertThat(InspectReader.read("{ a: 'one\\n' +\n    'two', b: 'x' }"))
                .isEqualTo(structure(Map.entry("a", text("one\ntwo")), Map.entry("b", text("x"))));
    }

    @Example
    void listCutShortTellsHowMuch() throws UnreadableOutput {
        assertThat(InspectReader.read("[ 1,\n  ... 50 more items\n]"))
                .isEqualTo(new Literal.Sequence(List.of(number("1")), 50));
        assertThat(InspectReader.read("[ 1, ... 1 more item ]"))
                .isEqualTo(new Literal.Sequence(List.of(number("1")), 1));
        refused("[ 1, ... 1 more item, 2 ]");
    }

    @Example
    void longTextCutShortIsReadAsFarAsItGoes() throws UnreadableOutput {
        assertThat(InspectReader.read("{ a: 'xy'... 7 more characters, b: 1 }"))
                .isEqualTo(structure(Map.entry("a", text("xy")), Map.entry("b", number("1"))));
    }

    @Example
    void jsonIsReadToo() throws UnreadableOutput {
        assertThat(InspectReader.read("{\n  \"a\": [1, -2.5e3, true, null],\n  \"b\": \"\\/\\u20ac\"\n}\n"))
                .isEqualTo(structure(
                        Map.entry(
                                "a",
                                list(number("1"), number("-2.5E+3"), new Literal.Truth(true), new Literal.Nothing())),
                        Map.entry("b", text("/€"))));
    }

    @Example
    void coloursAreNoPartOfIt() throws UnreadableOutput {
        assertThat(InspectReader.read("{ live: \u001B[33mtrue\u001B[39m, banned: \u001B[32m'no'\u001B[39m }"))
                .isEqualTo(structure(Map.entry("live", new Literal.Truth(true)), Map.entry("banned", text("no"))));
    }

    @Example
    void whatIsNoPlainDataIsRefused() {
        for (String text : List.of(
                "",
                "  ",
                "[Function: x]",
                "<ref *1> { a: [Circular *1] }",
                "Symbol(x)",
                "{ [Symbol(a)]: 1 }",
                "[ <1 empty item> ]",
                "Map(1) { 'a' => 1 }",
                "{ a: 1, a: 2 }",
                "{ a 1 }",
                "{ a: 1 b: 2 }",
                "[ 1 2 ]",
                "{} {}",
                "'a\nb'",
                "'\\q'",
                "'\\x1'",
                "'\\uZZZZ'",
                "NaN",
                "1.2.3",
                "-",
                "{ a: 'x' + 1 }")) {
            refused(text);
        }
    }

    @Example
    void depthIsBounded() {
        refused("[".repeat(100_000) + "]".repeat(100_000));
        refused("{a:".repeat(100_000));
        readOrRefused("[".repeat(32) + "]".repeat(32));
    }

    @Example
    void longInputIsReadInOneGo() throws UnreadableOutput {
        String text = "'" + "a".repeat(500_000) + "'";

        assertThat(InspectReader.read("[ " + text + ", " + "1, ".repeat(100_000) + "]"))
                .isInstanceOf(Literal.Sequence.class);
        refused("1".repeat(500_000));
        refused("' + '".repeat(100_000));
    }

    @Provide
    Arbitrary<Literal> values() {
        return Arbitraries.lazyOf(
                () -> texts().map(Literal.Text::new),
                () -> Arbitraries.bigDecimals()
                        .ofScale(3)
                        .map(value -> new Literal.Numeral(value.setScale(value.signum() == 0 ? 0 : 3))),
                () -> Arbitraries.bigIntegers().map(value -> new Literal.Numeral(new BigDecimal(value))),
                () -> Arbitraries.of(new Literal.Truth(true), new Literal.Truth(false), new Literal.Nothing()),
                () -> Arbitraries.integers()
                        .between(0, 3)
                        .flatMap(more -> values().list().ofMaxSize(4).map(items -> new Literal.Sequence(items, more))),
                this::structures);
    }

    @Provide
    Arbitrary<Literal> structures() {
        return Arbitraries.maps(texts(), values())
                .ofMaxSize(4)
                .map(fields -> new Literal.Structure(new LinkedHashMap<>(fields)));
    }

    @Provide
    Arbitrary<String> syntax() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "'",
                        "\"",
                        "`",
                        "\\",
                        "x1",
                        "u00e9",
                        "n",
                        " ",
                        "\n",
                        "a",
                        "1",
                        "-",
                        ".",
                        "... 5 more items",
                        "... 2 more characters",
                        " + ",
                        "true",
                        "null",
                        "\u001B[31m",
                        "Result:")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings()
                        .withChars("ab'\"`\\\n\t\u001B\u0085$ {}[]:,é\uD83D\uDE80")
                        .ofMaxLength(12));
    }

    private static void readOrRefused(String text) {
        try {
            assertThat(InspectReader.read(text)).isNotNull();
        } catch (UnreadableOutput e) {
            assertThat(e).message().isNotBlank();
        }
    }

    private static void refused(String text) {
        assertThatExceptionOfType(UnreadableOutput.class)
                .as(text.substring(0, Math.min(60, text.length())))
                .isThrownBy(() -> InspectReader.read(text));
    }

    @SafeVarargs
    private static Literal structure(Map.Entry<String, Literal>... fields) {
        var all = new LinkedHashMap<String, Literal>();
        for (Map.Entry<String, Literal> field : fields) {
            all.put(field.getKey(), field.getValue());
        }
        return new Literal.Structure(all);
    }

    private static Literal list(Literal... items) {
        return new Literal.Sequence(List.of(items), 0);
    }

    private static Literal text(String value) {
        return new Literal.Text(value);
    }

    private static Literal number(String value) {
        return new Literal.Numeral(new BigDecimal(value));
    }
}
