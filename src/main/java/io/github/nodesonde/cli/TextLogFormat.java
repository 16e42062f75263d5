package io.github.nodesonde.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.github.nodesonde.text.PrintableText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/**
 * One line an event, for people:
 *
 * <pre>2026-11-22T03:46:28.012Z WARN  [ProbeRunner] a node stopped answering node=node-1 reason=timed-out</pre>
 *
 * Characters that do not show, line ends first of all, are escaped wherever they stand, so that nobody can forge a line;
 * lines of a stack trace begin with a tab. Named in {@code logging.structured.format.console}.
 */
final class TextLogFormat implements StructuredLogFormatter<ILoggingEvent> {

    private static final Pattern BARE = Pattern.compile("[\\p{Alnum}._:/@+-]+");

    @Override
    public String format(ILoggingEvent event) {
        var line = new StringBuilder(LogFields.timestamp(event));
        line.append(" %-5s [".formatted(event.getLevel()))
                .append(lastPart(event.getLoggerName()))
                .append("] ")
                .append(visible(String.valueOf(event.getFormattedMessage())));
        LogFields.of(event)
                .forEach((key, value) ->
                        line.append(' ').append(visible(key)).append('=').append(quoted(String.valueOf(value))));
        line.append('\n');
        @Nullable IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            ThrowableProxyUtil.asString(thrown)
                    .lines()
                    .forEach(frame ->
                            line.append('\t').append(visible(frame.strip())).append('\n'));
        }
        return line.toString();
    }

    private static String lastPart(String logger) {
        return visible(logger.substring(logger.lastIndexOf('.') + 1));
    }

    private static String quoted(String value) {
        return BARE.matcher(value).matches()
                ? value
                : '"' + visible(value.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    private static String visible(String text) {
        if (PrintableText.isPrintable(text)) {
            return text;
        }
        var visible = new StringBuilder();
        text.codePoints().forEach(c -> visible.append(PrintableText.prints(c) ? Character.toString(c) : escaped(c)));
        return visible.toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04X".formatted(c);
        };
    }
}
