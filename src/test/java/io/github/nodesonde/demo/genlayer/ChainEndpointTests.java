package io.github.nodesonde.demo.genlayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's chain, asked in JSON-RPC. */
class ChainEndpointTests {

    private static final Instant STARTED_AT = Instant.parse("2026-01-02T18:00:00Z");
    private static final String CONTRACT = "0x00000000000000000000000000000000000000c0";
    private static final String EPOCH = "0x900cf0cf";

    private final DemoChain chain = new DemoChain(STARTED_AT);
    private final ChainEndpoint endpoint = new ChainEndpoint(chain, new StakingContract(CONTRACT));

    @Test
    void batchIsAnsweredInItsOrder() {
        JsonNode answers = ask(
                "[" + call(EPOCH, "latest", 7) + ",{\"id\":\"a\",\"method\":\"eth_chainId\"},"
                        + "{\"id\":9,\"method\":\"eth_blockNumber\"},{\"id\":10,\"method\":\"eth_mine\"}]",
                STARTED_AT);

        assertThat(answers).hasSize(4);
        assertThat(answers.at("/0/id").asInt()).isEqualTo(7);
        assertThat(number(answers.at("/0/result"))).isEqualTo(12);
        assertThat(answers.at("/1").toString()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":\"0x107d\"}");
        assertThat(answers.at("/2/result").asString()).isEqualTo("0x7a120");
        assertThat(answers.at("/3/error/code").asInt()).isEqualTo(-32601);
    }

    @Test
    void callIsAnsweredAsOfItsBlock() {
        Instant tomorrow = STARTED_AT.plus(Duration.ofDays(1));

        assertThat(number(ask(call(EPOCH, "latest", 1), tomorrow).at("/result")))
                .isEqualTo(13);
        assertThat(number(ask(call(EPOCH, "0x7a120", 1), tomorrow).at("/result")))
                .isEqualTo(12);
        assertThat(ask(call(EPOCH, "0x7a121", 1), STARTED_AT)
                        .at("/error/message")
                        .asString())
                .isEqualTo("header not found");
        assertThat(ask(call(EPOCH, "0x1", 1), STARTED_AT).at("/error/code").asInt())
                .isEqualTo(-32000);
        assertThat(ask(call(EPOCH, "0xzz", 1), STARTED_AT).at("/error/code").asInt())
                .isEqualTo(-32000);
    }

    @Test
    void callThatTheContractDoesNotKnowReverts() {
        assertThat(ask(call("0xdeadbeef", "latest", 1), STARTED_AT)
                        .at("/error/code")
                        .asInt())
                .isEqualTo(3);
        assertThat(ask(call("0x", "latest", 1), STARTED_AT).at("/error/code").asInt())
                .isEqualTo(3);
        assertThat(ask(call("0xb83f5b39", "latest", 1), STARTED_AT)
                        .at("/error/code")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void addressWithoutAContractReturnsNothing() {
        String elsewhere = call(EPOCH, "latest", 1).replace(CONTRACT, "0x00000000000000000000000000000000000000ff");

        assertThat(ask(elsewhere, STARTED_AT).at("/result").asString()).isEqualTo("0x");
    }

    @Test
    void whatIsNoJsonIsSaidToBeNone() {
        assertThat(ask("hello", STARTED_AT).at("/error/code").asInt()).isEqualTo(-32700);
        assertThat(ask("{}", STARTED_AT).at("/error/code").asInt()).isEqualTo(-32601);
    }

    @Test
    void everyEpochIsLikeTheFirst() {
        for (int days = 0; days < 5; days++) {
            long block = chain.head(STARTED_AT.plus(Duration.ofDays(days)));
            Ledger ledger = chain.at(block).orElseThrow();

            assertThat(ledger.epoch()).isEqualTo(12 + days);
            assertThat(ledger.active()).hasSize(9);
            assertThat(ledger.validator(GenLayerDemo.EU_2))
                    .hasValueSatisfying(
                            validator -> assertThat(validator.primedEpoch()).isEqualTo(ledger.epoch() - 2));
            assertThat(ledger.validator(GenLayerDemo.US_2))
                    .hasValueSatisfying(validator -> assertThat(validator.quarantine())
                            .contains(new StakedValidator.Exclusion(ledger.epoch() + 2, false)));
        }
    }

    private JsonNode ask(String body, Instant now) {
        return JsonMapper.shared().readTree(endpoint.answer(body, now).body());
    }

    private static String call(String data, String block, int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"eth_call\",\"params\":[{\"to\":\"%s\",\"data\":\"%s\"},\"%s\"]}"
                .formatted(id, CONTRACT, data, block);
    }

    private static long number(JsonNode words) {
        assertThat(words.asString()).hasSize(66);
        return Long.parseLong(words.asString().substring(50), 16);
    }
}
