package io.github.nodesonde.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description is held against the schema that the OpenAPI Initiative publishes of such descriptions, schemas included. */
class OpenApiDocumentTests {

    private static final String PUBLISHED = "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";

    private static final Schema OPENAPI = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemaIdResolvers(
                            ids -> ids.mapPrefix("https://spec.openapis.org/", "classpath:spec.openapis.org/")))
            .getSchema(SchemaLocation.of(PUBLISHED));

    private static TestGateway gateway;

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void documentIsOpenApi() {
        assertThat(mistakes(document())).isEmpty();
    }

    /** Each would make it something else: what must be there is taken away, or what must not is put there. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "''                                         | openapi      | `'3.0.3'`",
                "''                                         | info         |",
                "''                                         | pathz        | {}",
                "/info                                      | title        |",
                "/paths/~1api~1v1~1fleet/get                | responses    | []",
                "/paths/~1api~1v1~1fleet/get                | sumary       | `'x'`",
                "/paths/~1api~1v1~1nodes~1{id}/get/parameters/0 | required | false",
                "/paths/~1api~1v1~1nodes~1{id}/get/parameters/0 | in       | `'body'`",
                "/paths/~1api~1v1~1fleet/get/responses/200  | description  |",
                "/components/schemas/Counts                 | type         | `'number of nodes'`",
                "/components/schemas/Counts/properties/up   | type         | 7",
                "/components/schemas/Counts                 | required     | `'up'`",
            })
    void whatIsNoOpenApiIsSeen(String place, String member, @Nullable String value) {
        JsonNode document = document();
        var changed = document.at(place.equals("''") ? "" : place).asObject();
        if (value == null) {
            changed.remove(member);
        } else {
            changed.set(member, JsonMapper.shared().readTree(value.replace('\'', '"')));
        }

        assertThat(mistakes(document)).isNotEmpty();
    }

    private static List<Error> mistakes(JsonNode document) {
        return OPENAPI.validate(document);
    }

    private static JsonNode document() {
        return JsonMapper.shared().readTree(gateway.get("/v3/api-docs").body());
    }
}
