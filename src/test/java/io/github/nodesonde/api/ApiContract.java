package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds answers against the API's own description. */
final class ApiContract {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document;

    ApiContract(String document) {
        this.document = JSON.readTree(document);
    }

    /** That the answer is one the description tells of; nothing when the path is not the API's. */
    void check(String method, String pathAndQuery, HttpResponse<String> answer) {
        String path = pathAndQuery.replaceAll("\\?.*", "");
        operation(method, path).ifPresent(operation -> check(operation, path, answer));
    }

    /** What the schema of that name, or at that place, finds wrong. */
    Iterable<Error> mistakes(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy().asObject();
        whole.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(value);
    }

    private void check(JsonNode operation, String path, HttpResponse<String> answer) {
        JsonNode responses = operation.get("responses");
        JsonNode described = Optional.ofNullable(responses.get(Integer.toString(answer.statusCode())))
                .orElse(responses.get("default"));
        if (described.has("$ref")) {
            described = document.at(described.get("$ref").stringValue().substring(1));
        }
        if (!described.has("content") || answer.body().isEmpty()) {
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        assertThat(described.get("content").propertyNames())
                .as("types of answer %d of %s", answer.statusCode(), path)
                .contains(type);
        if (type.endsWith("json")) {
            assertThat(mistakes(described.get("content").get(type).get("schema"), JSON.readTree(answer.body())))
                    .as("answer %d of %s: %s", answer.statusCode(), path, answer.body())
                    .isEmpty();
        }
    }

    private Optional<JsonNode> operation(String method, String path) {
        return document.get("paths").propertyNames().stream()
                .filter(template -> Pattern.matches(template.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"), path))
                .findFirst()
                .map(template -> document.get("paths").get(template).get(method.toLowerCase(java.util.Locale.ROOT)));
    }
}
