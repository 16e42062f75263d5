package io.github.nodesonde.api;

import io.github.nodesonde.node.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes the records of this package, and nothing else, by the API's conventions: fields in their order, what is unknown
 * as null, enumerated values in lower case with hyphens, durations in seconds, numbers that JSON lacks as texts. They hold
 * for the kinds' own topics too.
 */
final class ApiMessageConverter extends JacksonJsonHttpMessageConverter {

    ApiMessageConverter() {
        super(mapper());
        setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON));
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueClass, @Nullable MediaType mediaType) {
        return valueClass.getPackage().equals(ApiMessageConverter.class.getPackage())
                && super.canWrite(type, valueClass, mediaType);
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return false;
    }

    /** Writes by the same conventions what goes out otherwise than as an answer's body. */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .addModule(conventions())
                .build();
    }

    @SuppressWarnings("rawtypes") // The class of all enums is a raw one.
    private static SimpleModule conventions() {
        return new SimpleModule()
                .addSerializer(NodeId.class, writing((id, json) -> json.writeString(id.value())))
                .addSerializer(Duration.class, writing((took, json) -> json.writeNumber(Seconds.of(took))))
                .addSerializer(Double.class, writing(ApiMessageConverter::write))
                .addSerializer(double.class, writing(ApiMessageConverter::write))
                .addSerializer(
                        Enum.class,
                        writing((constant, json) -> json.writeString(
                                constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
    }

    private static void write(double value, JsonGenerator json) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeString(Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf");
        }
    }

    private static <T> ValueSerializer<T> writing(Writing<T> writing) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                writing.write(value, json);
            }
        };
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator json);
    }
}
