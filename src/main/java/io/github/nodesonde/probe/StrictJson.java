package io.github.nodesonde.probe;

import io.github.nodesonde.transport.Reply;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON answers of nodes, which are hostile input: UTF-8 only, no duplicate keys, nothing after the value, no number
 * beyond a double's range; depth, number of tokens and lengths are bounded. Unknown fields are ignored. Thread-safe.
 *
 * <p>Messages tell the place of a mistake and quote nothing, so that a node that echoes a question never gets a
 * credential published.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 64;
    /** Every token is an object in memory, so this bounds what 8 MiB of the shortest ones can take. */
    private static final int MAX_TOKENS = 500_000;
    /** An unsigned 256-bit integer has 78 digits. */
    private static final int MAX_NUMBER_LENGTH = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Tokens are no objects here, so the size of the body bounds them well enough. */
    private static final JsonFactory STREAMS = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    private StrictJson() {}

    /** Reads an object token by token. */
    @FunctionalInterface
    public interface TokenReader<T> {

        /** @param json stands on the beginning of the object; is to be left on its end */
        T read(JsonParser json) throws BadAnswer;
    }

    /**
     * As {@link #object}, for answers of many values: nothing is kept but what the reader makes of them.
     *
     * @throws BadAnswer malformed, when the body is no single JSON object; else as the reader throws it
     */
    public static <T> T read(Reply reply, TokenReader<T> reader) throws BadAnswer {
        try (JsonParser json = STREAMS.createParser(ObjectReadContext.empty(), unmarked(text(reply)))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw BadAnswer.malformed("the body is not a JSON object");
            }
            T read = reader.read(json);
            if (json.nextToken() != null) {
                throw BadAnswer.malformed("something follows the JSON object");
            }
            return read;
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /** @throws BadAnswer malformed, when the body is no single JSON object */
    public static JsonNode object(Reply reply) throws BadAnswer {
        JsonNode node = value(reply);
        if (!node.isObject()) {
            throw BadAnswer.malformed("the body is not a JSON object");
        }
        return node;
    }

    /** @throws BadAnswer malformed, when the body is no single JSON value */
    public static JsonNode value(Reply reply) throws BadAnswer {
        JsonNode node = parse(text(reply));
        if (holdsInfinity(node)) {
            throw BadAnswer.malformed("the body is not valid JSON: a number is out of range");
        }
        return node;
    }

    private static String text(Reply reply) throws BadAnswer {
        try {
            return reply.text();
        } catch (CharacterCodingException _) {
            throw BadAnswer.malformed("the body is not UTF-8");
        }
    }

    private static JsonNode parse(String text) throws BadAnswer {
        try {
            return MAPPER.readTree(unmarked(text));
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private static String unmarked(String text) throws BadAnswer {
        if (text.stripLeading().startsWith("<")) {
            throw BadAnswer.malformed("the body is markup, not JSON");
        }
        return text;
    }

    private static BadAnswer unreadable(JacksonException e) {
        return BadAnswer.malformed(switch (e) {
                    case StreamConstraintsException _ ->
                        "the body is not acceptable JSON: too deep, too many or too long values";
                    case DatabindException _ -> "the body is not valid JSON: a key occurs twice or something follows";
                    default -> "the body is not valid JSON";
                }
                + place(e));
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static boolean holdsInfinity(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            return Double.isInfinite(node.doubleValue());
        }
        for (JsonNode child : node) {
            if (holdsInfinity(child)) {
                return true;
            }
        }
        return false;
    }
}
