package io.github.nodesonde.probe;

import static io.github.nodesonde.probe.Samples.NOON;
import static io.github.nodesonde.probe.Samples.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.nodesonde.observation.Reason;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTests {

    @Test
    void objectIsRead() throws BadAnswer {
        assertThat(StrictJson.object(reply("{\"slot\": 94, \"more\": [1, {}]}"))
                        .get("slot")
                        .longValue())
                .isEqualTo(94);
    }

    @Test
    void byteOrderMarkIsLeftOut() throws BadAnswer {
        assertThat(StrictJson.object(reply("\uFEFF{\"a\": 1}")).has("a")).isTrue();
    }

    @Test
    void wholeNumberBeyondLongStaysExact() throws BadAnswer {
        assertThat(StrictJson.object(reply("{\"a\": 9223372036854775808}"))
                        .get("a")
                        .bigIntegerValue())
                .isEqualTo(BigInteger.TWO.pow(63));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1, \"a\": 2}|the body is not valid JSON: a key occurs twice or something follows",
                "{\"a\": {\"b\": 1, \"b\": null}}|the body is not valid JSON: a key occurs twice or something follows",
                "{} {}|the body is not valid JSON: a key occurs twice or something follows",
                "{} x|the body is not valid JSON",
                "{\"a\": NaN}|the body is not valid JSON",
                "{\"a\": Infinity}|the body is not valid JSON",
                "{\"a\": [1e999]}|the body is not valid JSON: a number is out of range",
                "{\"a\": -1e999}|the body is not valid JSON: a number is out of range",
                "{\"a\": 01}|the body is not valid JSON",
                "{\"a\": 1,}|the body is not valid JSON",
                "{'a': 1}|the body is not valid JSON",
                "{\"a\": /* why */ 1}|the body is not valid JSON",
                "{\"status\":|the body is not valid JSON",
                "[]|the body is not a JSON object",
                "3|the body is not a JSON object",
                "null|the body is not a JSON object",
                "``|the body is not a JSON object",
                "<!doctype html><p>secret</p>|the body is markup, not JSON"
            })
    void anythingElseIsMalformed(String body, String message) {
        BadAnswer bad = failure(reply(body));

        assertThat(bad.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(bad).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 100_000})
    void deepNestingIsMalformed(int depth) {
        assertThat(failure(reply("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}")))
                .hasMessageStartingWith("the body is not acceptable JSON: too deep");
    }

    @Test
    void hugeNumberIsMalformed() {
        assertThat(failure(reply("{\"a\": " + "9".repeat(100_000) + "}")))
                .hasMessageStartingWith("the body is not acceptable JSON");
    }

    @Test
    void millionValuesAreMalformed() {
        assertThat(failure(reply("{\"a\": [" + "1,".repeat(1_000_000) + "1]}")))
                .hasMessageStartingWith("the body is not acceptable JSON");
    }

    @Test
    void invalidUtf8IsMalformed() {
        assertThat(failure(reply(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}, NOON)))
                .hasMessage("the body is not UTF-8");
    }

    @Test
    void messageTellsThePlaceAndQuotesNothing() {
        assertThat(failure(reply("{\"a\": 1,\n  Bearer-s3cret}")))
                .hasMessageMatching("the body is not valid JSON \\(line 2, column \\d+\\)");
    }

    @Property(tries = 500)
    void anyTextIsReadOrMalformed(@ForAll String text) {
        try {
            assertThat(StrictJson.object(reply(text)).isObject()).isTrue();
        } catch (BadAnswer e) {
            assertThat(e.reason()).isEqualTo(Reason.MALFORMED);
        }
    }

    private static BadAnswer failure(io.github.nodesonde.transport.Reply reply) {
        BadAnswer bad = catchThrowableOfType(BadAnswer.class, () -> StrictJson.object(reply));
        assertThat(bad).isNotNull();
        return bad;
    }
}
