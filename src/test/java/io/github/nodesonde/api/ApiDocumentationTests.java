package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's description is whole, true to itself, and takes nothing back of what the copy in the documents promises. */
class ApiDocumentationTests {

    private static final Path COPY = Path.of("docs/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static TestGateway gateway;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        gateway = TestGateway.start();
        document = JSON.readTree(gateway.get("/v3/api-docs").body());
        if ("write".equals(System.getProperty("nodesonde.docs"))) {
            Files.writeString(COPY, JSON.writeValueAsString(document) + "\n");
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void everyResourceIsDescribed() {
        assertThat(new TreeSet<>(document.get("paths").propertyNames())).isEqualTo(new TreeSet<>(gateway.paths()));
    }

    @Test
    void everythingReferredToIsThere() {
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void everyOperationHasAnIdOfItsOwnAndItsPathsParameters() {
        var ids = new ArrayList<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    ids.add(operation.get("operationId").stringValue());
                    assertThat(operation.get("summary").stringValue()).isNotBlank();
                    for (JsonNode parameter : operation.get("parameters")) {
                        assertThat(parameter.get("in").stringValue())
                                .isEqualTo(
                                        path.getKey()
                                                        .contains("{"
                                                                + parameter
                                                                        .get("name")
                                                                        .stringValue() + "}")
                                                ? "path"
                                                : "query");
                    }
                    assertThat(operation.get("responses").get("default")).isNotNull();
                }));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void examplesFitTheirSchemas() {
        var contract = new ApiContract(JSON.writeValueAsString(document), List.of());
        List<JsonNode> bodies = document.findParents("example");

        assertThat(bodies)
                .hasSizeGreaterThan(10)
                .allSatisfy(body -> assertThat(contract.mistakes(body.get("schema"), body.get("example")))
                        .isEmpty());
    }

    @Test
    void schemasRefuseWhatIsNotTheirs() {
        var contract = new ApiContract(JSON.writeValueAsString(document), List.of());
        JsonNode counts = JSON.readTree("{\"$ref\": \"#/components/schemas/Counts\"}");

        assertThat(contract.mistakes(counts, JSON.readTree("{\"total\": 1}"))).isNotEmpty();
        assertThat(contract.mistakes(counts, JSON.readTree("""
                {"total": "1", "up": 1, "degraded": 0, "unknown": 0, "down": 0, "maintenance": 0}"""))).isNotEmpty();
    }

    @Test
    void nothingThatTheCopyPromisesHasDisappeared() throws IOException {
        assertThat(lost("", JSON.readTree(Files.readString(COPY)), document))
                .as("what is promised stays; to write the copy anew after an addition: ./mvnw test"
                        + " -Dtest='*DocumentationTests' -Dnodesonde.docs=write")
                .isEmpty();
    }

    @Test
    void copyIsUpToDate() throws IOException {
        assertThat(JSON.readTree(Files.readString(COPY)))
                .as("to write it anew: ./mvnw test -Dtest='*DocumentationTests' -Dnodesonde.docs=write")
                .isEqualTo(document);
    }

    @Test
    void lossOfAFieldIsSeen() {
        JsonNode before =
                JSON.readTree("{\"properties\": {\"a\": {\"type\": \"string\"}, \"b\": {}}, \"enum\": [\"x\"]}");

        assertThat(lost("", before, JSON.readTree("{\"properties\": {\"b\": {}}, \"enum\": [\"y\"]}")))
                .containsExactly("/properties/a", "/enum x");
        assertThat(lost(
                        "",
                        before,
                        JSON.readTree(
                                "{\"properties\": {\"a\": {\"type\": \"integer\"}, \"b\": {}}, \"enum\": [\"x\"]}")))
                .containsExactly("/properties/a/type string");
        assertThat(lost("", before, before)).isEmpty();
    }

    /** Members and entries of the one that the other lacks, texts for people left out. */
    private static List<String> lost(String place, JsonNode before, JsonNode now) {
        var lost = new ArrayList<String>();
        if (before.isObject()) {
            before.properties().forEach(member -> {
                String name = member.getKey();
                if (!List.of("description", "summary", "example", "info", "openapi")
                        .contains(name)) {
                    if (now.has(name)) {
                        lost.addAll(lost(place + "/" + name, member.getValue(), now.get(name)));
                    } else {
                        lost.add(place + "/" + name);
                    }
                }
            });
        } else if (before.isArray()) {
            for (JsonNode entry : before) {
                if (now.valueStream().noneMatch(entry::equals)) {
                    lost.add(place + " " + (entry.isString() ? entry.stringValue() : entry));
                }
            }
        } else if (!before.equals(now)) {
            lost.add(place + " " + before.asString());
        }
        return lost;
    }
}
