package io.github.nodesonde.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** What the API's description says that no signature tells. */
final class ApiPieces {

    /** What the data of events is. */
    static final List<Class<?>> EVENTS = List.of(VerdictEventJson.class, InventoryEventJson.class, IncidentJson.class);

    static final String STREAM_EXAMPLE = """
            retry: 2000
            id: 1795318588000-000000000041

            id: 1795318588000-000000000042
            event: verdict
            data: {"node":"node-3","from":"up","to":"down","rule":"unreachable","because":"connection refused",\
            "at":"2026-11-22T03:46:28Z"}

            """;

    static final Map<String, Object> INFO = Map.of(
            "title",
            "Nodesonde",
            "version",
            "v1",
            "description",
            "What a gateway holds of the nodes it watches. Times are RFC 3339 in UTC, durations seconds; what is unknown is"
                    + " null. Fields may be added; none disappears or changes its meaning within this version.",
            "license",
            Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));

    static final Map<String, Object> PROBLEM_SCHEMA = Map.of(
            "type",
            "object",
            "description",
            "Why there is no answer (RFC 9457); type leads to its documentation on this server.",
            "properties",
            Map.of(
                    "type", Map.of("type", "string", "format", "uri-reference"),
                    "title", Map.of("type", "string"),
                    "status", Map.of("type", "integer"),
                    "detail", Map.of("type", "string"),
                    "instance", Map.of("type", "string", "format", "uri-reference")),
            "required",
            List.of("type", "title", "status", "detail"));

    static final Map<String, Object> PROBLEM_RESPONSE = Map.of(
            "description",
            "Why there is no answer.",
            "content",
            Map.of(
                    "application/problem+json",
                    Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"), "example", example("Problem"))));

    /** The body that begins a window of maintenance. */
    static final Map<String, Object> WINDOW = Map.of(
            "required",
            true,
            "content",
            Map.of(
                    "application/json",
                    Map.of(
                            "schema",
                            windowSchema(),
                            "example",
                            Map.of(
                                    "nodes",
                                    List.of("node-3"),
                                    "because",
                                    "upgrade",
                                    "endsAt",
                                    "2026-11-22T06:00:00Z"))));

    private ApiPieces() {}

    /** The example of a schema. */
    static Object example(String schema) {
        try (InputStream in = ApiPieces.class.getResourceAsStream("examples/" + schema + ".json")) {
            return JsonMapper.shared()
                    .readValue(
                            Objects.requireNonNull(in, "no example of " + schema)
                                    .readAllBytes(),
                            Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException("an example cannot be read", e);
        }
    }

    private static Map<String, Object> windowSchema() {
        Map<String, Object> names = Map.of("type", "array", "items", Map.of("type", "string"));
        Map<String, Object> time = Map.of("type", "string", "format", "date-time");
        return Map.of(
                "type",
                "object",
                "description",
                "Nodes, networks, or both; startsAt is now and by is api unless told.",
                "properties",
                Map.of(
                        "nodes", names,
                        "networks", names,
                        "because", Map.of("type", "string", "minLength", 1, "maxLength", 500),
                        "startsAt", time,
                        "endsAt", time,
                        "by", Map.of("type", "string", "minLength", 1, "maxLength", 100)),
                "required",
                List.of("because", "endsAt"),
                "additionalProperties",
                false);
    }
}
