package io.github.nodesonde.api;

import io.github.nodesonde.request.Parameters;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API's description, for people's tools. */
@RestController
final class ApiDocumentController {

    /** Small maps have no order of their own; the text is to be the same in each run. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final RequestMappingHandlerMapping mappings;

    ApiDocumentController(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> document(@RequestParam MultiValueMap<String, String> query) {
        Parameters.none(query);
        String text = JSON.writeValueAsString(ApiDocument.of(mappings.getHandlerMethods()));
        return ResponseEntity.ok()
                .eTag("W/\"%08x\"".formatted(text.hashCode()))
                .cacheControl(CacheControl.noCache())
                .body(text);
    }
}
