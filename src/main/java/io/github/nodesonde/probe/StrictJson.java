package io.github.nodesonde.probe;

import io.github.nodesonde.transport.Reply;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON answers of nodes, which are hostile input: UTF-8 only, duplicate keys refused, depth and number lengths
 * bounded, nothing after the value. Unknown fields are ignored. Thread-safe.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();

    private StrictJson() {}

    /** @throws BadAnswer malformed, when the body is no single JSON object */
    public static JsonNode object(Reply reply) throws BadAnswer {
        JsonNode node;
        try {
            node = MAPPER.readTree(reply.text());
        } catch (CharacterCodingException _) {
            throw BadAnswer.malformed("the body is not UTF-8");
        } catch (JacksonException e) {
            throw BadAnswer.malformed("the body is not valid JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw BadAnswer.malformed("the body is not a JSON object");
        }
        return node;
    }
}
