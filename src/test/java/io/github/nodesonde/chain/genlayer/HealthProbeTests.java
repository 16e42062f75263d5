package io.github.nodesonde.chain.genlayer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.nodesonde.chain.genlayer.ops.HealthReport;
import io.github.nodesonde.observation.NodeSnapshot;
import io.github.nodesonde.observation.ProbeResult;
import io.github.nodesonde.observation.Reading;
import io.github.nodesonde.observation.Reason;
import io.github.nodesonde.probe.BadAnswer;
import io.github.nodesonde.transport.Question;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthProbeTests {

    private final HealthProbe probe = new HealthProbe();

    @Test
    void asksHealthOfTheOpsPort() {
        assertThat(probe.question(NodeSnapshot.unasked(Fixtures.NODE, Fixtures.NOW)))
                .contains(new Question.Get(URI.create("http://127.0.0.1:9153/health")));
    }

    static Stream<Arguments> recordedAnswers() {
        return Stream.of(
                Arguments.of(200, "health-0.4.2.json", """
                        genlayer_health_up 1
                        genlayer_validating_up 1
                        genlayer_zksync_rpc_up 1
                        genlayer_zksync_ws_up 1
                        genlayer_health_check_up{check="validating"} 1
                        genlayer_health_check_up{check="zksync"} 1
                        genlayer_health_check_up{check="zksync-websocket"} 1
                        genlayer_node_version_info{version="v0.4.2"} 1
                        genlayer_genvm_version_info{version="v0.2.7"} 1
                        genlayer_protocol_version_info{version="v0.4:1dd08066"} 1
                        """),
                Arguments.of(200, "health-0.5.5.json", """
                        genlayer_health_up 1
                        genlayer_validating_up 1
                        genlayer_zksync_rpc_up 1
                        genlayer_health_check_up{check="validating"} 1
                        genlayer_health_check_up{check="zksync-connectivity"} 1
                        genlayer_node_version_info{version="v0.5.5"} 1
                        genlayer_genvm_version_info{version="v0.2.16"} 1
                        genlayer_protocol_version_info{version="v0.5:7c1e90af"} 1
                        """),
                Arguments.of(503, "health-0.5.5-syncing.json", """
                        genlayer_health_up 0
                        genlayer_validating_up 0
                        genlayer_zksync_rpc_up 1
                        genlayer_health_check_up{check="validating"} 0
                        genlayer_health_check_up{check="zksync-connectivity"} 1
                        genlayer_node_version_info{version="v0.5.5"} 1
                        genlayer_protocol_version_info{version="v0.5:7c1e90af"} 1
                        """),
                Arguments.of(503, "health-0.3.4.json", """
                        genlayer_health_up 0
                        genlayer_zksync_rpc_up 1
                        genlayer_zksync_ws_up 0
                        genlayer_health_check_up{check="zksync"} 1
                        genlayer_health_check_up{check="zksync-websocket"} 0
                        """),
                Arguments.of(200, "health-0.5.13.json", """
                        genlayer_health_up 1
                        genlayer_validating_up 1
                        genlayer_zksync_rpc_up 1
                        genlayer_health_check_up{check="validating"} 1
                        genlayer_health_check_up{check="zksync-connectivity"} 1
                        genlayer_health_check_up{check="test-check"} 1
                        genlayer_node_version_info{version="v0.5.13"} 1
                        genlayer_genvm_module_state{module="llm",state="healthy"} 0
                        genlayer_genvm_module_state{module="llm",state="suspect"} 1
                        genlayer_genvm_module_state{module="llm",state="degraded"} 0
                        genlayer_genvm_module_state{module="llm",state="unknown"} 0
                        genlayer_genvm_module_state{module="web",state="healthy"} 1
                        genlayer_genvm_module_state{module="web",state="suspect"} 0
                        genlayer_genvm_module_state{module="web",state="degraded"} 0
                        genlayer_genvm_module_state{module="web",state="unknown"} 0
                        """),
                Arguments.of(503, "health-0.3.5.json", """
                        genlayer_health_up 0
                        genlayer_validating_up 0
                        genlayer_zksync_rpc_up 1
                        genlayer_zksync_ws_up 1
                        genlayer_health_check_up{check="validating"} 0
                        genlayer_health_check_up{check="zksync"} 1
                        genlayer_health_check_up{check="zksync-websocket"} 1
                        genlayer_node_version_info{version="v0.3.5"} 1
                        genlayer_protocol_version_info{version="v0.3:90c1f2ab"} 1
                        """),
                Arguments.of(503, "health-0.4.1.json", """
                        genlayer_health_up 0
                        genlayer_validating_up 1
                        genlayer_zksync_rpc_up 1
                        genlayer_zksync_ws_up 1
                        genlayer_health_check_up{check="primed"} 0
                        genlayer_health_check_up{check="validating"} 1
                        genlayer_health_check_up{check="zksync"} 1
                        genlayer_health_check_up{check="zksync-websocket"} 1
                        genlayer_node_version_info{version="v0.4.1"} 1
                        genlayer_genvm_version_info{version="v0.2.5"} 1
                        genlayer_protocol_version_info{version="v0.4:1dd08066"} 1
                        """),
                Arguments.of(503, "health-0.5.13-modules.json", """
                        genlayer_health_up 0
                        genlayer_validating_up 1
                        genlayer_zksync_rpc_up 0
                        genlayer_health_check_up{check="validating"} 1
                        genlayer_health_check_up{check="zksync-connectivity"} 0
                        genlayer_genvm_module_state{module="llm",state="healthy"} 0
                        genlayer_genvm_module_state{module="llm",state="suspect"} 0
                        genlayer_genvm_module_state{module="llm",state="degraded"} 1
                        genlayer_genvm_module_state{module="llm",state="unknown"} 0
                        genlayer_genvm_module_state{module="web",state="healthy"} 0
                        genlayer_genvm_module_state{module="web",state="suspect"} 0
                        genlayer_genvm_module_state{module="web",state="degraded"} 0
                        genlayer_genvm_module_state{module="web",state="unknown"} 1
                        """),
                Arguments.of(200, "health-full-node.json", """
                        genlayer_health_up 1
                        genlayer_health_check_up{check="database"} 1
                        genlayer_health_check_up{check="consensus"} 1
                        """));
    }

    @ParameterizedTest
    @MethodSource("recordedAnswers")
    void recordedAnswerYieldsTheseSeriesAndNoOther(int status, String file, String lines) throws BadAnswer {
        var answer = Fixtures.answered(probe, Fixtures.reply(status, "application/json", Fixtures.recorded(file)));

        assertThat(Fixtures.lines(answer))
                .containsExactlyElementsOf(lines.lines().toList());
        assertThat(answer.page()).isEmpty();
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.argumentSet("no checks at all", "{'status':'up'}", List.of("genlayer_health_up 1")),
                Arguments.argumentSet("checks null", "{'status':'up','checks':null}", List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "checks a list", "{'status':'up','checks':['a']}", List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a check that is no object",
                        "{'status':'up','checks':{'zksync':'up'}}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a check without status",
                        "{'status':'up','checks':{'zksync':{}}}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a check of another status",
                        "{'status':'up','checks':{'zksync':{'status':'ok'}}}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a check without a name",
                        "{'status':'up','checks':{'':{'status':'up'}}}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a name with a line break",
                        "{'status':'up','checks':{'a\\nb 1':{'status':'up'}}}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a name that turns the text around",
                        "{'status':'up','checks':{'a\\u202eb':{'status':'up'}}}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a name that is half a character",
                        "{'status':'up','checks':{'\\ud800':{'status':'up'}}}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a version with a line break",
                        "{'status':'up','node_version':'v1\\n'}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a version that is a number",
                        "{'status':'up','node_version':5}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a version that is null",
                        "{'status':'up','node_version':null}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "both names of the RPC check",
                        "{'status':'down','checks':{'zksync-connectivity':{'status':'up'},'zksync':{'status':'down'}}}",
                        List.of(
                                "genlayer_health_up 0",
                                "genlayer_zksync_rpc_up 0",
                                "genlayer_health_check_up{check=\"zksync-connectivity\"} 1",
                                "genlayer_health_check_up{check=\"zksync\"} 0")),
                Arguments.argumentSet(
                        "checks under both names, of which the newer counts",
                        "{'status':'up','checks':{'zksync':{'status':'up'}},'details':{'validating':{'status':'up'}}}",
                        List.of(
                                "genlayer_health_up 1",
                                "genlayer_zksync_rpc_up 1",
                                "genlayer_health_check_up{check=\"zksync\"} 1")),
                Arguments.argumentSet(
                        "a timestamp of whatever kind",
                        "{'status':'up','checks':{'validating':{'status':'up','timestamp':17}}}",
                        List.of(
                                "genlayer_health_up 1",
                                "genlayer_validating_up 1",
                                "genlayer_health_check_up{check=\"validating\"} 1")),
                Arguments.argumentSet(
                        "versions that are unset",
                        "{'status':'up','node_version':'unset','genvm_version':'unset','protocol_version':'unset'}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "modules null", "{'status':'up','genvm_modules':null}", List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a module of another state",
                        "{'status':'up','genvm_modules':{'llm':{'state':'SUSPECT'},'web':{'state':'gone'},'x':{}}}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a module that is no object",
                        "{'status':'up','genvm_modules':{'llm':'healthy'}}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a module with a line break in its name",
                        "{'status':'up','genvm_modules':{'l\\nm':{'state':'healthy'}}}",
                        List.of("genlayer_health_up 1")),
                Arguments.argumentSet(
                        "a module that does badly",
                        "{'status':'up','genvm_modules':{'llm':{'state':'degraded'}}}",
                        List.of(
                                "genlayer_health_up 1",
                                "genlayer_genvm_module_state{module=\"llm\",state=\"healthy\"} 0",
                                "genlayer_genvm_module_state{module=\"llm\",state=\"suspect\"} 0",
                                "genlayer_genvm_module_state{module=\"llm\",state=\"degraded\"} 1",
                                "genlayer_genvm_module_state{module=\"llm\",state=\"unknown\"} 0")),
                Arguments.argumentSet(
                        "a name nobody has seen",
                        "{'status':'up','checks':{'is-primed':{'status':'up'}}}",
                        List.of("genlayer_health_up 1", "genlayer_health_check_up{check=\"is-primed\"} 1")));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whateverElseIsInTheBodyOnlyWhatIsSaidIsRead(String body, List<String> lines) throws BadAnswer {
        assertThat(Fixtures.lines(answer(200, body))).containsExactlyElementsOf(lines);
    }

    @Test
    void readsOnlySignalsThatAreDeclared() throws BadAnswer {
        var answer = Fixtures.answered(
                probe, Fixtures.reply(200, "application/json", Fixtures.recorded("health-0.4.2.json")));

        assertThat(answer.readings()).extracting(Reading::signal).isSubsetOf(new GenLayerSignals().signals());
    }

    @Test
    void moreChecksThanANodeCouldHaveAreLeftOut() throws BadAnswer {
        String checks = IntStream.range(0, 1000)
                .mapToObj("'check-%d':{'status':'up'}"::formatted)
                .collect(Collectors.joining(","));

        var answer = answer(200, "{'status':'up','checks':{%s}}".formatted(checks));

        assertThat(Fixtures.lines(answer))
                .hasSize(65)
                .contains("genlayer_health_check_up{check=\"check-63\"} 1")
                .doesNotContain("genlayer_health_check_up{check=\"check-64\"} 1");
    }

    @Test
    void moreModulesThanANodeCouldHaveAreLeftOut() throws BadAnswer {
        String modules = IntStream.range(0, 1000)
                .mapToObj("'module-%d':{'state':'healthy'}"::formatted)
                .collect(Collectors.joining(","));

        var answer = answer(200, "{'status':'up','genvm_modules':{%s}}".formatted(modules));

        assertThat(Fixtures.lines(answer)).hasSize(1 + 16 * 4);
    }

    @Test
    void namesAndVersionsOfEndlessLengthAreLeftOut() throws BadAnswer {
        var answer = answer(
                200,
                "{'status':'up','node_version':'%1$s','checks':{'%1$s':{'status':'up'}}}".formatted("x".repeat(129)));

        assertThat(Fixtures.lines(answer)).containsExactly("genlayer_health_up 1");
    }

    @Test
    void errorsAreKeptWithoutTheAddressesTheyName() throws BadAnswer {
        var report = (HealthReport) answer(
                        503,
                        "{'status':'down','checks':{'zksync':{'status':'down','error':'Post \\\"https://u:p@rpc.example.org/v1/KEY\\\": dial tcp 10.1.2.3:443: [::1]:53\\u0007 refused'}}}")
                .report()
                .orElseThrow();

        assertThat(report.check("zksync").flatMap(HealthReport.Check::error))
                .contains("Post \"(address)\": dial tcp (address): (address)\uFFFD refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 503})
    void bodyDecidesWhereTheNodeItselfAnswers(int status) throws BadAnswer {
        assertThat(Fixtures.lines(answer(status, "{'status':'down'}"))).containsExactly("genlayer_health_up 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!doctype html><h1>It works!</h1>",
                "up",
                "[]",
                "null",
                "{}",
                "{'status':'ok'}",
                "{'status':'UP'}",
                "{'status':true}",
                "{'status':null}",
                "{'status':'up','status':'down'}",
                "{'status':'up'",
                "{'status':'up'} x",
            })
    void anythingElseWithStatus200IsMalformed(String body) {
        assertThatExceptionOfType(BadAnswer.class)
                .isThrownBy(() -> answer(200, body))
                .extracting(BadAnswer::reason)
                .isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 401, 403, 404, 429, 500, 502, 503})
    void otherStatusWithoutTheBodyIsRefused(int status) {
        assertThatExceptionOfType(BadAnswer.class)
                .isThrownBy(() -> answer(status, "<h1>no</h1>"))
                .satisfies(bad -> assertThat(bad.reason()).isEqualTo(Reason.REFUSED))
                .withMessage("HTTP status " + status);
    }

    @Test
    void statusThatIsNoAnswerIsRefusedEvenWithTheBody() {
        assertThatExceptionOfType(BadAnswer.class)
                .isThrownBy(() -> answer(404, "{'status':'up'}"))
                .extracting(BadAnswer::reason)
                .isEqualTo(Reason.REFUSED);
    }

    private ProbeResult.Answered answer(int status, String body) throws BadAnswer {
        return Fixtures.answered(
                probe,
                Fixtures.reply(
                        status, "application/json", body.replace('\'', '"').getBytes(UTF_8)));
    }
}
