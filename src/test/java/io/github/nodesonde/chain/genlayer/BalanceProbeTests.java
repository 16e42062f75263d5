package io.github.nodesonde.chain.genlayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.nodesonde.chain.genlayer.ops.OperatorBalance;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.transport.Question;
import java.math.BigInteger;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceProbeTests {

    private final BalanceProbe probe = new BalanceProbe();

    @Test
    void getsBalanceOfTheOpsPort() {
        assertThat(probe.question(NodeSnapshot.unasked(Fixtures.NODE, Fixtures.NOW)))
                .contains(new Question.Get(URI.create("http://127.0.0.1:9153/balance")));
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000000000000, 1",
        "0, 0",
        "000, 0",
        "1, 1e-18",
        "9750000000000000000, 9.75",
        "41999999999999999999999, 42000",
        "115792089237316195423570985008687907853269984665640564039457584007913129639935, 1.157920892373162e59",
    })
    void amountIsReadInWeiAndToldInGen(String wei, double gen) throws BadAnswer {
        var answer = answer("{'balance_hex':'0x','balance_wei':'%s','balance_gen':'1.000'}".formatted(wei));

        assertThat(answer.readings())
                .containsExactly(Reading.reported(Fixtures.NODE, GenLayerSignals.OPERATOR_BALANCE, gen));
        assertThat(answer.report()).contains(new OperatorBalance(new BigInteger(wei)));
        assertThat(answer.page()).isEmpty();
        assertThat(new GenLayerSignals().signals()).contains(GenLayerSignals.OPERATOR_BALANCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<h1>It works!</h1>",
                "[]",
                "{}",
                "{'message':'no'}",
                "{'balance_hex':'0x','balance_gen':'0.000'}",
                "{'balance_wei':null}",
                "{'balance_wei':''}",
                "{'balance_wei':1000000000000000000}",
                "{'balance_wei':1e18}",
                "{'balance_wei':'1e18'}",
                "{'balance_wei':'-1'}",
                "{'balance_wei':'+1'}",
                "{'balance_wei':'1.5'}",
                "{'balance_wei':' 1'}",
                "{'balance_wei':'0x1'}",
                "{'balance_wei':'١'}",
                "{'balance_wei':['1']}",
                "{'balance_wei':'1','balance_wei':'2'}",
                "{'balance_wei':'1'",
                "{'balance_wei':'9999999999999999999999999999999999999999999999999999999999999999999999999999999'}",
            })
    void anythingElseIsMalformed(String body) {
        assertThatExceptionOfType(BadAnswer.class)
                .isThrownBy(() -> read(200, body))
                .extracting(BadAnswer::reason)
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void nodeThatIsNoValidatorSaysSo() throws BadAnswer {
        assertThat(read(503, "{'message':'Balance endpoint not available in rollup mode'}"))
                .isEqualTo(new ProbeResult.Skipped("Balance endpoint not available in rollup mode"));
    }

    @Test
    void itsMessageIsShortAndNamesNoAddress() throws BadAnswer {
        var skipped = (ProbeResult.Skipped)
                read(503, "{'message':'ask https://u:p@rpc.example.org/KEY\\n%s'}".formatted("x".repeat(5000)));

        assertThat(skipped.why())
                .hasSizeLessThanOrEqualTo(200)
                .startsWith("ask (address)")
                .doesNotContain("KEY");
    }

    @Test
    void nodeWithoutThePathIsSkipped() throws BadAnswer {
        assertThat(read(404, "404 page not found")).isInstanceOf(ProbeResult.Skipped.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | {'message':'rpc error'}
            500 | {'balance_wei':'1'}
            502 | {'message':'bad gateway'}
            503 | <h1>Service Unavailable</h1>
            503 | {}
            503 | {'message':''}
            503 | {'message':7}
            401 | {'message':'who are you'}
            403 | {'message':'no'}
            429 | {'message':'slow down'}
            301 | {'balance_wei':'1'}
            204 | {'balance_wei':'1'}
            """)
    void anyOtherStatusIsRefused(int status, String body) {
        assertThatExceptionOfType(BadAnswer.class)
                .isThrownBy(() -> read(status, body))
                .satisfies(bad -> assertThat(bad.reason()).isEqualTo(Reason.REFUSED))
                .withMessage("HTTP status " + status);
    }

    private ProbeResult.Answered answer(String body) throws BadAnswer {
        return (ProbeResult.Answered) read(200, body);
    }

    private ProbeResult read(int status, String body) throws BadAnswer {
        return probe.read(
                NodeSnapshot.unasked(Fixtures.NODE, Fixtures.NOW),
                Fixtures.reply(
                        status, "application/json", body.replace('\'', '"').getBytes(UTF_8)));
    }
}
