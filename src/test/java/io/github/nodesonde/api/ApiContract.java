package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds answers against the API's own description, and to it: a field that is not described is a breach like one that lacks.
 * Thread-safe.
 */
public final class ApiContract {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode PROBLEM = JSON.readTree("{\"$ref\": \"#/components/schemas/Problem\"}");
    private static final String CLOSING = "additionalProperties";

    /** What the data of each type of event is. */
    private static final Map<String, String> EVENTS =
            Map.of("verdict", "VerdictEvent", "incident", "Incident", "inventory", "InventoryEvent");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final JsonNode document;

    /** @param topics fields that only the kinds of node know; none leaves open what is theirs to fill */
    ApiContract(String document, Collection<String> topics) {
        this.document = JSON.readTree(document);
        for (JsonNode schema : this.document.at("/components/schemas")) {
            close(schema, topics);
        }
    }

    /** As it is published in the documents. */
    public static ApiContract published() {
        try {
            return new ApiContract(Files.readString(Path.of("docs/openapi.json")), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That the answer is one the description tells of; nothing when the path is not the API's. */
    public void check(String method, String pathAndQuery, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        check(method, pathAndQuery.replaceAll("\\?.*", ""), answer.statusCode(), type, answer.body());
    }

    void check(String method, String path, int status, String contentType, String body) {
        if (!path.startsWith("/api/") || body.isEmpty()) {
            return;
        }
        String type = contentType.replaceAll(";.*", "");
        String told = "%s %s: %d, %s, %s".formatted(method, path, status, type, body);
        Optional<JsonNode> content = operation(method, path).map(operation -> content(operation, status));
        content.ifPresent(
                described -> assertThat(described.propertyNames()).as(told).contains(type));
        if (type.endsWith("json")) {
            if (content.isEmpty()) {
                assertThat(status).as(told).isGreaterThanOrEqualTo(400);
            }
            assertThat(mistakes(
                            content.map(described -> described.get(type).get("schema"))
                                    .orElse(PROBLEM),
                            JSON.readTree(body)))
                    .as(told)
                    .isEmpty();
        }
    }

    /** That the event is one the description tells of. */
    void checkEvent(String type, String data) {
        JsonNode told = JSON.readTree(data);
        String name = EVENTS.get(type);
        if (name == null) {
            assertThat(type + " " + told).isEqualTo("reset {}");
        } else {
            assertThat(mistakes(JSON.readTree("{\"$ref\": \"#/components/schemas/" + name + "\"}"), told))
                    .as("%s %s", type, told)
                    .isEmpty();
        }
    }

    /** What the schema of that name, or at that place, finds wrong. */
    List<Error> mistakes(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value);
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy().asObject();
        whole.set("components", document.get("components"));
        return registry.getSchema(whole);
    }

    private static void close(JsonNode schema, Collection<String> topics) {
        if (schema.has("properties")
                && (!schema.has(CLOSING) || schema.get(CLOSING).asBoolean() && !topics.isEmpty())) {
            topics.forEach(topic -> schema.get("properties").asObject().putObject(topic));
            schema.asObject().put(CLOSING, false);
        }
    }

    private JsonNode content(JsonNode operation, int status) {
        JsonNode responses = operation.get("responses");
        JsonNode described =
                Optional.ofNullable(responses.get(Integer.toString(status))).orElse(responses.get("default"));
        if (described.has("$ref")) {
            described = document.at(described.get("$ref").stringValue().substring(1));
        }
        return described.path("content");
    }

    private Optional<JsonNode> operation(String method, String path) {
        String described = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return document.get("paths").propertyNames().stream()
                .filter(template -> Pattern.matches(template.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"), path))
                .findFirst()
                .map(template -> document.get("paths").get(template).get(described));
    }
}
