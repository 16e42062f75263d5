package io.github.nodesonde.api;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** The API's description, OpenAPI 3.1, made from its handlers: their paths, methods, {@link Described} and records. */
final class ApiDocument {

    static final String ROOT = "/api/v1";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Object> PROBLEM = Map.of("$ref", "#/components/responses/Problem");

    private final ApiSchemas schemas = new ApiSchemas();
    private final SortedMap<String, SortedMap<String, Object>> paths = new TreeMap<>();

    static Map<String, Object> of(Map<RequestMappingInfo, HandlerMethod> handlers) {
        var document = new ApiDocument();
        handlers.forEach(document::add);
        return document.whole();
    }

    private void add(RequestMappingInfo mapping, HandlerMethod handler) {
        Described described = handler.getMethodAnnotation(Described.class);
        if (described != null) {
            for (String path : mapping.getPatternValues()) {
                for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                    paths.computeIfAbsent(path, _ -> new TreeMap<>())
                            .put(
                                    method.name().toLowerCase(Locale.ROOT),
                                    operation(path, method, mapping, handler, described));
                }
            }
        }
    }

    private Map<String, Object> operation(
            String path, RequestMethod method, RequestMappingInfo mapping, HandlerMethod handler, Described described) {
        String group = handler.getBeanType().getSimpleName().replace("Controller", "");
        boolean writes = method != RequestMethod.GET;
        var operation = new LinkedHashMap<String, Object>();
        operation.put("operationId", handler.getMethod().getName() + group);
        operation.put("tags", List.of(group));
        operation.put("summary", described.value());
        operation.put("parameters", parameters(path, described));
        if (method == RequestMethod.POST) {
            operation.put("requestBody", ApiPieces.WINDOW);
        }
        if (writes) {
            operation.put("security", List.of(Map.of("bearer", List.of())));
        }
        operation.put("responses", responses(path, method, mapping, handler.getMethod(), described));
        return operation;
    }

    private static List<Object> parameters(String path, Described described) {
        var parameters = new ArrayList<>();
        VARIABLE.matcher(path)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(name -> parameters.add(
                        Map.of("name", name, "in", "path", "required", true, "schema", Map.of("type", "string"))));
        for (String name : described.parameters()) {
            QueryParameter known = QueryParameter.named(name).orElseThrow();
            parameters.add(
                    Map.of("name", name, "in", "query", "description", known.description(), "schema", known.schema()));
        }
        return parameters;
    }

    private SortedMap<String, Object> responses(
            String path, RequestMethod method, RequestMappingInfo mapping, Method handler, Described described) {
        var responses = new TreeMap<String, Object>();
        responses.put("400", PROBLEM);
        responses.put("406", PROBLEM);
        responses.put("default", PROBLEM);
        if (path.indexOf('{') >= 0 || List.of(described.parameters()).contains("network")) {
            responses.put("404", PROBLEM);
        }
        if (method == RequestMethod.DELETE) {
            responses.put("204", Map.of("description", "Done."));
        } else {
            Map<String, Object> answer = answer(mapping, handler);
            responses.put(method == RequestMethod.POST ? "201" : "200", answer);
            if (described.orUnavailable()) {
                responses.put("503", answer);
            }
        }
        if (handler.getReturnType() == void.class) {
            responses.put("503", PROBLEM);
        } else if (method == RequestMethod.GET) {
            responses.put("304", Map.of("description", "Nothing has changed since the version in If-None-Match."));
        } else {
            List.of("401", "403", "415", "422", "503").forEach(status -> responses.put(status, PROBLEM));
        }
        return responses;
    }

    private Map<String, Object> answer(RequestMappingInfo mapping, Method handler) {
        var content = new LinkedHashMap<String, Object>();
        for (MediaType type : mapping.getProducesCondition().getProducibleMediaTypes()) {
            content.put(type.getType() + "/" + type.getSubtype(), body(handler));
        }
        return Map.of("description", "The answer.", "content", content);
    }

    private Map<String, Object> body(Method handler) {
        if (handler.getReturnType() == void.class) {
            ApiPieces.EVENTS.forEach(schemas::of);
            return Map.of("schema", Map.of("type", "string"), "example", ApiPieces.STREAM_EXAMPLE);
        }
        Type type = ((ParameterizedType) handler.getGenericReturnType()).getActualTypeArguments()[0];
        var body = new LinkedHashMap<String, Object>();
        body.put("schema", schemas.of(type));
        if (type instanceof Class<?> named && named.isRecord()) {
            body.put("example", ApiPieces.example(ApiSchemas.nameOf(named)));
        }
        return body;
    }

    private Map<String, Object> whole() {
        var components = new LinkedHashMap<String, Object>();
        components.put("schemas", with(schemas.byName(), "Problem", ApiPieces.PROBLEM_SCHEMA));
        components.put("responses", Map.of("Problem", ApiPieces.PROBLEM_RESPONSE));
        components.put("securitySchemes", Map.of("bearer", Map.of("type", "http", "scheme", "bearer")));
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.1");
        document.put("info", ApiPieces.INFO);
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("paths", paths);
        document.put("components", components);
        return document;
    }

    private static SortedMap<String, Object> with(SortedMap<String, Object> schemas, String name, Object schema) {
        var all = new TreeMap<>(schemas);
        all.put(name, Objects.requireNonNull(schema));
        return all;
    }
}
