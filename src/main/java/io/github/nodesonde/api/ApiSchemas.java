package io.github.nodesonde.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.nodesonde.health.Verdict;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of the records that the API prints, made from their components as {@link ApiMessageConverter} writes them. */
final class ApiSchemas {

    private static final String TYPE = "type";
    private static final String NULL = "null";
    private static final String SUFFIX = "Json";
    private static final String PREFIX = "#/components/schemas/";

    private final SortedMap<String, Object> byName = new TreeMap<>();

    /** Every schema that was referred to, by name. */
    SortedMap<String, Object> byName() {
        return byName;
    }

    /** Where the schema of the type is, or the schema itself where it needs no name. */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() instanceof Class<?> raw && Map.class.isAssignableFrom(raw)
                    ? schema(TYPE, "object", "additionalProperties", of(last))
                    : schema(TYPE, "array", "items", of(last));
        }
        return type instanceof Class<?> plain && plain.isRecord() ? reference(plain) : primitive(type);
    }

    static String nameOf(Class<?> type) {
        String name = type.getSimpleName();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = nameOf(type);
        if (byName.putIfAbsent(name, Map.of()) == null) {
            byName.put(name, object(type));
        }
        return schema("$ref", PREFIX + name);
    }

    private static Map<String, Object> primitive(Type type) {
        return switch (type) {
            case Class<?> c when c == String.class -> schema(TYPE, "string");
            case Class<?> c when c == Instant.class -> schema(TYPE, "string", "format", "date-time");
            case Class<?> c when c == boolean.class || c == Boolean.class -> schema(TYPE, "boolean");
            case Class<?> c
            when c == int.class || c == long.class || c == Integer.class || c == Long.class -> schema(TYPE, "integer");
            case Class<?> c
            when c == double.class || c == Double.class || c == Number.class || c == Duration.class ->
                schema(TYPE, "number");
            default -> schema();
        };
    }

    private Map<String, Object> object(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        return collect(type, properties, required)
                .orElseGet(() -> schema(
                        TYPE,
                        "object",
                        "properties",
                        properties,
                        "required",
                        required,
                        "additionalProperties",
                        isOpen(type)));
    }

    /** @return the schema of a record that is printed as its one value */
    private Optional<Map<String, Object>> collect(
            Class<?> type, Map<String, Object> properties, List<String> required) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (has(component, JsonValue.class)) {
                return Optional.of(of(component.getGenericType()));
            } else if (has(component, JsonUnwrapped.class)) {
                collect(component.getType(), properties, required);
            } else if (!has(component, JsonAnyGetter.class)) {
                String name = nameOf(component);
                properties.put(name, property(component));
                if (!has(component, JsonInclude.class)) {
                    required.add(name);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it has fields that only its kind of node knows. */
    private static boolean isOpen(Class<?> type) {
        return Stream.of(type.getRecordComponents()).anyMatch(component -> has(component, JsonAnyGetter.class));
    }

    private Map<String, Object> property(RecordComponent component) {
        if (component.getName().equals("value") && component.getType() == double.class) {
            return schema(TYPE, List.of("number", "string"), "pattern", "^(NaN|[+-]Inf)$");
        }
        Map<String, Object> always = component.getName().equals("verdict")
                ? schema(
                        TYPE,
                        "string",
                        "enum",
                        Stream.of(Verdict.values()).map(Verdict::label).toList())
                : of(component.getGenericType());
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? orNull(always) : always;
    }

    private static Map<String, Object> orNull(Map<String, Object> always) {
        if (always.get(TYPE) instanceof String type) {
            always.put(TYPE, List.of(type, NULL));
            return always;
        }
        return schema("anyOf", List.of(always, schema(TYPE, NULL)));
    }

    private static String nameOf(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElseGet(component::getName);
    }

    private static boolean has(RecordComponent component, Class<? extends Annotation> annotation) {
        return component.getAccessor().isAnnotationPresent(annotation);
    }

    /** Keys and values in turn. */
    private static Map<String, Object> schema(Object... keysAndValues) {
        var schema = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            schema.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return schema;
    }
}
