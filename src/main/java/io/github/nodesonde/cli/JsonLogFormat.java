package io.github.nodesonde.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.JsonWriterStructuredLogFormatter;

/**
 * One JSON object a line:
 *
 * <pre>{"timestamp":"2026-11-22T03:46:28.012Z","level":"WARN","logger":"…","message":"…","node":"node-1","slot":94}</pre>
 *
 * A stack trace is the text of {@code stack_trace}. Named in {@code logging.structured.format.console}.
 */
final class JsonLogFormat extends JsonWriterStructuredLogFormatter<ILoggingEvent> {

    JsonLogFormat() {
        super(JsonWriter.<ILoggingEvent>of(JsonLogFormat::members).withNewLineAtEnd());
    }

    private static void members(JsonWriter.Members<ILoggingEvent> members) {
        members.add(LogFields.TIMESTAMP, LogFields::timestamp);
        members.add(LogFields.LEVEL, event -> event.getLevel().toString());
        members.add(LogFields.LOGGER, ILoggingEvent::getLoggerName);
        members.add(LogFields.MESSAGE, ILoggingEvent::getFormattedMessage);
        members.from(LogFields::of).usingPairs(Map::forEach);
        members.add(LogFields.STACK_TRACE, JsonLogFormat::stackTrace).whenNotNull();
    }

    private static @Nullable String stackTrace(ILoggingEvent event) {
        @Nullable IThrowableProxy thrown = event.getThrowableProxy();
        return thrown == null ? null : ThrowableProxyUtil.asString(thrown);
    }
}
