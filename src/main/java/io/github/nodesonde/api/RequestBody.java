package io.github.nodesonde.api;

import io.github.nodesonde.request.Problem;
import io.github.nodesonde.request.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a small JSON object that a client sent. */
final class RequestBody {

    private static final int MOST_BYTES = 64 << 10;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RequestBody() {}

    /**
     * @throws HttpMediaTypeNotSupportedException when it is said to be anything but JSON
     * @throws Problem when it is no JSON object, or a large one
     */
    static JsonNode read(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        @Nullable String type = request.getContentType();
        if (!isJson(type)) {
            throw new HttpMediaTypeNotSupportedException("no JSON", List.of(MediaType.APPLICATION_JSON));
        }
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw malformed("Expected a JSON object of at most %d KiB.".formatted(MOST_BYTES >> 10));
        }
        try {
            JsonNode read = JSON.readTree(bytes);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException _) {
            // What its message quotes is the client's own text; ours says what was expected.
        }
        throw malformed("Expected a body that is one JSON object, in UTF-8 and with each field once.");
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private static Problem malformed(String detail) {
        return new Problem(ProblemType.BAD_REQUEST, detail);
    }
}
