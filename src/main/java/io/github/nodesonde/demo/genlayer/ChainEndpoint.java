package io.github.nodesonde.demo.genlayer;

import io.github.nodesonde.demo.SimulatedAnswer;
import io.github.nodesonde.demo.SimulatedService;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A chain's JSON-RPC endpoint, which takes batches. It knows the few methods that reading the staking contract takes. */
record ChainEndpoint(Chain chain, StakingContract contract) implements SimulatedService {

    /** That of both public test networks. */
    private static final String CHAIN_ID = "0x107d";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String keys(URI base) {
        return """
                staking:
                  source: rpc
                  rpc-url: %s
                  contract: "%s"
                  interval: 15s
                """.formatted(base, contract.address());
    }

    @Override
    public SimulatedAnswer answer(String body, Instant now) {
        JsonNode asked;
        try {
            asked = JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            return SimulatedAnswer.json(
                    200, error(JSON.nullNode(), -32700, "parse error").toString());
        }
        if (!asked.isArray()) {
            return SimulatedAnswer.json(200, answer(asked, now).toString());
        }
        ArrayNode answers = JSON.arrayNode();
        asked.forEach(each -> answers.add(answer(each, now)));
        return SimulatedAnswer.json(200, answers.toString());
    }

    private ObjectNode answer(JsonNode asked, Instant now) {
        JsonNode id = asked.path("id");
        JsonNode parameters = asked.path("params");
        return switch (asked.path("method").asString("")) {
            case "eth_chainId" -> result(id, CHAIN_ID);
            case "eth_blockNumber" -> result(id, "0x" + Long.toHexString(chain.head(now)));
            case "eth_call" -> call(id, parameters.path(0), parameters.path(1).asString("latest"), now);
            default -> error(id, -32601, "the method does not exist");
        };
    }

    private ObjectNode call(JsonNode id, JsonNode call, String block, Instant now) {
        Optional<Ledger> ledger =
                number(block, now).filter(found -> found <= chain.head(now)).flatMap(chain::at);
        if (ledger.isEmpty()) {
            return error(id, -32000, "header not found");
        }
        String data = call.path(call.has("data") ? "data" : "input").asString("");
        return contract.call(ledger.get(), call.path("to").asString(""), data)
                .map(words -> result(id, words))
                .orElseGet(() -> error(id, 3, "execution reverted"));
    }

    private Optional<Long> number(String block, Instant now) {
        if (!block.startsWith("0x")) {
            return Optional.of(chain.head(now));
        }
        try {
            return Optional.of(Long.parseLong(block.substring(2), 16));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static ObjectNode result(JsonNode id, String value) {
        ObjectNode answer = reply(id);
        answer.put("result", value);
        return answer;
    }

    private static ObjectNode error(JsonNode id, int code, String message) {
        ObjectNode answer = reply(id);
        answer.putObject("error").put("code", code).put("message", message);
        return answer;
    }

    private static ObjectNode reply(JsonNode id) {
        ObjectNode reply = JSON.objectNode();
        reply.put("jsonrpc", "2.0");
        reply.set("id", id.isMissingNode() ? JSON.nullNode() : id);
        return reply;
    }
}
